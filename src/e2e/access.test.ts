/** Every kind of page against axe's rules for WCAG 2.2 AA, in both themes, wide and narrow. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { openSite, type TestSite } from './site.ts';

const pages = {
  home: '/',
  'an Obsidian note': '/systems/kafka/',
  'a Logseq outline': '/mit/6.824/gfs/',
  'a journal': '/journals/2026-11-02/',
  'a tag': '/tags/consensus/',
  'all notes': '/notes/',
  journals: '/journals/',
  tags: '/tags/',
  'recent changes': '/recent/',
  graph: '/graph/',
  search: '/search/',
  '404': '/404.html',
};
const widths = [1280, 360];

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(Object.entries(pages))(
    '%s has nothing that shuts a reader out',
    async (_, address) => {
      const page = await site.page();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(site.origin + address, { waitUntil: 'load' });
        found.push(...(await violationsOf(page)).map((each) => `${width}: ${each}`));
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        if (overflow > 0) found.push(`${width}: ${overflow} px wider than the screen`);
      }
      await page.close();
      expect(found).toEqual([]);
    },
    60_000,
  );
});
