/**
 * Every kind of page, in both themes, wide and narrow: axe's rules for WCAG 2.2 AA, structure, the size of
 * what can be pressed, no errors.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { keepAxe, type Rules, violationsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { pageKinds } from './page-kinds.ts';
import { faultsOfReflow } from './reflow.ts';
import { openSite, type TestSite } from './site.ts';
import { faultsOfStructure } from './structure.ts';
import { smallTargets } from './targets.ts';

const widths = [1440, 360] as const;

/** A short note with a drawing, a formula and links, below what opens over a page. */
const shortNote = '/papers/chain-replication/';

let site: TestSite;

beforeAll(async () => {
  site = await openSite({ reducedMotion: 'reduce' });
  await keepAxe(site.context);
});
afterAll(() => site.close());
afterEach(() => expect(site.problems()).toEqual([]));

interface Layer {
  /** Selector of what opens. */
  readonly part: string;
  /** How a reader opens it. */
  readonly open: (page: Page) => Promise<void>;
}

/** What opens over a page. */
const layers: Readonly<Record<string, Layer>> = {
  'the sheet of choices': {
    part: 'dialog.dialog[open]',
    open: (page) => page.keyboard.press('?'),
  },
  'the search dialog': {
    part: 'dialog.search-dialog[open]',
    async open(page) {
      await page.keyboard.press('Control+k');
      await page.locator('.search-panel input').fill('raft');
      await page.locator('[data-search-results][data-state="done"] li').first().waitFor();
    },
  },
  'a preview': {
    part: '.preview:has(h1)',
    async open(page) {
      const link = page.locator('main .prose a.note-link').first();
      await link.focus();
      await link.hover();
    },
  },
  'a diagram': {
    part: '.diagram-dialog:has(.diagram-pane > svg)',
    open: (page) => page.locator('.diagram-enlarge').first().click(),
  },
};

interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly rules: Rules;
}

/** Each width in one theme. What stands around every page is seen in the other one, too, with the layers. */
const looks: readonly Look[] = [
  { width: 1440, colorScheme: 'light', rules: 'all' },
  { width: 360, colorScheme: 'dark', rules: 'all' },
];

/** Colours alone change with the theme. */
const otherLooks: readonly Look[] = [
  { width: 1440, colorScheme: 'dark', rules: 'colour' },
  { width: 360, colorScheme: 'light', rules: 'colour' },
];

/** What is wrong with the open page, each with the width and theme where it is. */
async function faultsOf(page: Page, shown: readonly Look[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { width, colorScheme, rules } of shown) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const faults = await violationsOf(page, rules);
    found.push(...faults.map((fault) => `${width}, ${colorScheme}: ${fault}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${width}: ${overflow} px wider than the screen`);
    if (rules === 'all') {
      const small = await page.evaluate(smallTargets);
      found.push(...small.map((target) => `${width}: small target ${target}`));
    }
  }
  return found;
}

test.each(Object.entries(pageKinds))(
  '%s passes axe, fits every width, with wide spacing too, has large targets and named parts',
  async (_, address) => {
    const page = await site.samePage();
    await page.setViewportSize({ width: widths[0], height: 900 });
    await goTo(page, site.origin + address);
    const found = await page.evaluate(faultsOfStructure);
    found.push(...(await faultsOf(page, looks)));
    found.push(...(await faultsOfReflow(page)));
    expect(found).toEqual([]);
  },
);

test.each(Object.entries(layers))(
  '%s over a page passes axe in both themes',
  async (_, { part, open }) => {
    const page = await site.samePage();
    await page.setViewportSize({ width: widths[0], height: 900 });
    await page.goto(site.origin + shortNote, { waitUntil: 'load' });
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      // Some close when the window changes.
      if ((await page.locator(part).count()) === 0) await open(page);
      await page.locator(part).waitFor();
      const shown = [...looks, ...otherLooks].filter((look) => look.width === width);
      found.push(...(await faultsOf(page, shown)));
    }
    expect(found).toEqual([]);
  },
);

test('notes side by side pass axe in both themes', async () => {
  const page = await site.samePage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site.origin}${shortNote}?pane=/papers/slim/&pane=/papers/narya/`);
  await page.locator('.pane:not(.is-folded) h1', { hasText: 'Narya' }).waitFor();
  const shown = [...looks, ...otherLooks].filter(({ width }) => width === 1440);
  expect(await faultsOf(page, shown)).toEqual([]);
});

test('an old address shows its target where redirects do not work', async () => {
  const page = await site.page();
  const response = await page.request.get(`${site.origin}/apache-kafka/`);
  const html = await response.text();
  expect(html).toContain('<meta http-equiv="refresh" content="0;url=/systems/kafka/">');
  await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});

test.each([
  ['the way back from a footnote', '/学习/cap-与-pacelc/', '.data-footnote-backref'],
  ['a place in a result', '/search/?q=脑裂', '.search-section'],
])('%s is a target that needs no room around it', async (_, path, selector) => {
  const page = await site.page();
  await page.setViewportSize({ width: 360, height: 900 });
  await goTo(page, site.origin + path);
  await page.locator(selector).first().waitFor();
  const sizes = await page.locator(selector).evaluateAll((parts) =>
    parts.map((part) => {
      const { width, height } = part.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  await page.close();
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(23.9);
});
