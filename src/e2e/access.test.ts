/** Every kind of page against axe's rules for WCAG 2.2 AA, in both themes, wide and narrow. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { pageKinds } from './page-kinds.ts';
import { openSite, type TestSite } from './site.ts';

const widths = [1440, 360];

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** What opens over a page, and how a reader opens it. */
const layers: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the sheet of choices': async (page) => {
    await page.keyboard.press('?');
    await page.locator('dialog.dialog[open]').waitFor();
  },
  'the search dialog': async (page) => {
    await page.keyboard.press('Control+k');
    await page.locator('.search-panel input').fill('raft');
    await page.locator('[data-search-results][data-state="done"] li').first().waitFor();
  },
  'a preview': async (page) => {
    await page.locator('main .prose a.note-link').first().focus();
    await page.locator('main .prose a.note-link').first().hover();
    await page.locator('.preview h1').waitFor();
  },
  'a diagram': async (page) => {
    await page.locator('.diagram-enlarge').first().click();
    await page.locator('.diagram-dialog svg').waitFor();
  },
};

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(Object.entries(pageKinds))(
    '%s has nothing that shuts a reader out',
    async (_, address) => {
      const page = await site.page();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(site.origin + address, { waitUntil: 'networkidle' });
        found.push(...(await violationsOf(page)).map((each) => `${width}: ${each}`));
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        if (overflow > 0) found.push(`${width}: ${overflow} px wider than the screen`);
      }
      await page.close();
      expect(found).toEqual([]);
    },
  );

  test.each(Object.entries(layers))(
    '%s over a page has nothing that shuts a reader out',
    async (_, open) => {
      const page = await site.page();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${site.origin}/systems/kafka/`, { waitUntil: 'load' });
        await open(page);
        found.push(...(await violationsOf(page)).map((each) => `${width}: ${each}`));
      }
      await page.close();
      expect(found).toEqual([]);
    },
  );
});

test('an old address says where it leads to those who are not led there', async () => {
  const page = await site.page();
  const response = await page.request.get(`${site.origin}/apache-kafka/`);
  const html = await response.text();
  expect(html).toContain('<meta http-equiv="refresh" content="0;url=/systems/kafka/">');
  await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});
