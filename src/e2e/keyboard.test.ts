/** A walk by the keyboard alone, from the address bar through what a page offers and back. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';
import { tabStops } from './tab-stops.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await site.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});
afterEach(async () => {
  expect(site.problems()).toEqual([]);
});

const note = '/mit/6.824/gfs/';

/** Whether the note is open, and as it was when it had loaded. */
let isAsLoaded = false;

/** Opens an outline with drawings. */
async function openNote(): Promise<void> {
  await goTo(page, site.origin + note);
  isAsLoaded = false;
}

/** Opens it for a test that leaves it as it is, unless another one has. */
async function shareNote(): Promise<void> {
  if (!isAsLoaded || page.url() !== site.origin + note) await openNote();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  isAsLoaded = true;
}

/** What has the focus, as one would point at it. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const name = at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
    return at === document.body || !at ? '' : `${at.localName} ${name}`.slice(0, 60);
  });
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('the first stop skips to the text, and the next is in it', async () => {
  await openNote();
  await press('Tab');
  expect(await page.locator('.skip').boundingBox()).toMatchObject({ y: expect.closeTo(12, 0) });
  await press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-main');
  await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the order of the stops is the order of the lines, in the header, the text and the margin', async () => {
  await shareNote();
  for (const part of ['.site-nav', '.explorer', 'main', '.footnotes', '.rail']) {
    const jumps = await page.locator(part).evaluate(jumpsUpwards);
    expect(jumps, part).toEqual([]);
  }
});

test('a folder of the explorer opens and closes by Enter, and its notes are the next stops', async () => {
  await shareNote();
  const folder = page.locator('.explorer summary', { hasText: /^Books/ });
  await folder.focus();
  await press('Enter');
  await page.locator('.explorer details[open] a', { hasText: 'Infrastructure' }).waitFor();
  await press('Tab');
  expect(await focused()).toContain('Infrastructure as Code');
  await press('Shift+Tab', 'Enter');
  expect(await folder.evaluate((line) => line.parentElement?.hasAttribute('open'))).toBe(false);
});

test('a block folds and unfolds by Enter and by the space bar', async () => {
  await shareNote();
  const fold = page.locator('main .block-fold > summary').first();
  const isOpen = () => fold.evaluate((line) => line.parentElement?.hasAttribute('open'));
  const before = await isOpen();
  await fold.focus();
  await press('Enter');
  expect(await isOpen()).toBe(!before);
  await press('Space');
  expect(await isOpen()).toBe(before);
});

test('search opens with Ctrl+K, and Escape gives the focus back, also from a query', async () => {
  await shareNote();
  await page.locator('main a.note-link').first().focus();
  const before = await focused();
  await press('Control+k');
  await page.locator('dialog.search-dialog[open]').waitFor();
  await page.keyboard.type('raft?t');
  expect(await page.locator('.search-panel input').inputValue()).toBe('raft?t');
  await press('Escape');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await focused()).toBe(before);
});

test('arrows and Enter go from a query to the note', async () => {
  await openNote();
  await press('/');
  await page.locator('.search-panel input').waitFor();
  await page.keyboard.type('zookeeper');
  await page.locator('.search-jump-item a').first().waitFor();
  await press('ArrowDown', 'Enter');
  await page.waitForURL('**/systems/zookeeper/**');
});

describe('the sheet of choices', () => {
  test.each(['?', 'button'])(
    'opens by %s, keeps the focus inside, and gives it back',
    async (by) => {
      await shareNote();
      await page
        .locator(by === '?' ? 'main a.note-link' : '.settings-button')
        .first()
        .focus();
      const before = await focused();
      await press(by === '?' ? '?' : 'Enter');
      await page.locator('dialog.dialog[open]').waitFor();
      for (let step = 0; step < 12; step += 1) {
        await press('Tab');
        expect(await page.evaluate(isOutsideDialog)).toBe(false);
      }
      await press('Escape');
      expect(await focused()).toBe(before);
    },
  );

  test('changes theme and language by arrows, and its words follow', async () => {
    await openNote();
    await press('?');
    await page.locator('dialog select[name="theme"]').focus();
    await press('ArrowDown', 'ArrowDown');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.locator('dialog select[name="ui"]').focus();
    await press('ArrowDown');
    await page.locator('.site-nav a', { hasText: 'All notes' }).waitFor();
    expect(await page.locator('.settings-button').getAttribute('title')).toBeNull();
    const title = page.locator('[data-action="theme"]');
    expect(await title.getAttribute('title')).toBe('Toggle light and dark theme');
  });

  test('turns off every key of one letter, its own among them', async () => {
    await openNote();
    await press('?');
    await page.locator('.choice', { hasText: 'Single-key' }).locator('input').focus();
    await press('Space', 'Escape');
    await press('t', '/', '?', 'g', 'h');
    await page.waitForTimeout(300);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.dataset.theme ?? '')).toBe('');
    expect(new URL(page.url()).pathname).toBe('/mit/6.824/gfs/');
    await page.locator('.settings-button').focus();
    await press('Enter');
    await page.locator('dialog.dialog[open]').waitFor();
  });
});

test('a diagram opens by Enter, is zoomed and moved by keys, and closing returns to its link', async () => {
  await openNote();
  await page.locator('.diagram-enlarge').first().focus();
  const before = await focused();
  await press('Enter');
  const drawing = page.locator('.diagram-dialog .diagram-pane > svg');
  await drawing.waitFor();
  const width = async () => (await drawing.boundingBox())?.width ?? 0;
  const fitting = await width();
  await press('+', '+', '+', '+', '+');
  expect(await width()).toBeGreaterThan(fitting * 1.5);
  const top = () => page.locator('.diagram-pane').evaluate((pane) => pane.scrollTop);
  const from = await top();
  await press('ArrowDown', 'ArrowDown');
  await expect.poll(top).toBeGreaterThan(from);
  await press('0');
  expect(await width()).toBeCloseTo(fitting, 0);
  await press('Escape');
  // The dialog goes with its event of closing, a moment after the key.
  await expect.poll(() => page.locator('.diagram-dialog').count()).toBe(0);
  await expect.poll(focused).toBe(before);
});

test('the address of a heading is copied by Enter and announced', async () => {
  await shareNote();
  await page.locator('main .heading-anchor').nth(1).focus();
  await press('Enter');
  await page.locator('[role="status"] .toast', { hasText: 'Link copied' }).waitFor();
  const id = await page.locator('main .heading-anchor').nth(1).getAttribute('href');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${site.origin}/mit/6.824/gfs/${id}`,
  );
});

test('one stop leads to all blocks: arrows walk through them, Enter copies an address', async () => {
  await shareNote();
  const button = page.locator('main .block-link');
  await button.focus();
  expect(await focused()).toContain('Ghemawat');
  await press('ArrowDown');
  expect(await focused()).toContain('Abstract');
  expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
  await press('ArrowDown', 'ArrowUp', 'Enter');
  await page.locator('[role="status"] .toast', { hasText: 'Link copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${site.origin}/mit/6.824/gfs/#b-26t9zattqyo`,
  );
});

test('a pane takes the focus, and closing it gives the focus back to the link', async () => {
  await openNote();
  const loaded = page.waitForEvent('load');
  await press('p');
  await loaded;
  await page.locator('.panes').waitFor({ state: 'attached' });
  const link = page.locator('main a.note-link').first();
  await link.focus();
  const before = await focused();
  await press('Enter');
  await page.locator('.pane h1').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('pane');
  await press('Tab', 'Tab');
  expect(await focused()).toMatch(/^button/);
  await press('Enter');
  expect(await page.locator('.pane').count()).toBe(0);
  expect(await focused()).toBe(before);
});

test('brackets turn to the earlier and the later journal', async () => {
  await page.goto(`${site.origin}/journals/2026-11-02/`);
  await press('[');
  await page.waitForURL('**/journals/2026-11-01/');
  await press(']');
  await page.waitForURL('**/journals/2026-11-02/');
});

test.each(['/', '/systems/kafka/', '/graph/', '/search/?q=raft', '/journals/2026-11-02/'])(
  'Tab goes through %s to its end, and every stop can be seen',
  async (path) => {
    await goTo(page, site.origin + path);
    const isLast = (stop: string) => stop === 'end';
    const stops = await tabStops(page, describeStop, { most: 400, isLast });
    expect(stops.filter((stop) => stop !== '')).toEqual(['end']);
    expect(stops.length).toBeGreaterThan(30);
  },
);

/**
 * Stops that stand above the one before them. Not counted: drawings, whose edges lead anywhere, and what
 * stands beside a block of lines and belongs to all of them.
 */
function jumpsUpwards(part: Element): string[] {
  const stops = [...part.querySelectorAll('a[href], button, input, select, summary')].filter(
    (stop) =>
      stop.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !stop.closest('svg') &&
      // Footnotes follow the text, and stand in the margin.
      (part.matches('.footnotes') || !stop.closest('.footnotes')) &&
      !stop.matches('[tabindex="-1"], .block-link, .block-fold > summary, .folder-note summary'),
  );
  return stops.flatMap((stop, index) => {
    const previous = stops[index - 1];
    const before = previous?.getClientRects()[0];
    const now = stop.getClientRects()[0];
    // What a list that scrolls cuts off comes into view at its end.
    const end = previous?.closest('.near-branches')?.getBoundingClientRect().bottom ?? Infinity;
    const isAbove = before && now && now.bottom < Math.min(before.top, end) - 2;
    return isAbove ? [stop.outerHTML.slice(0, 100)] : [];
  });
}

function isOutsideDialog(): boolean {
  const at = document.activeElement;
  return at !== document.body && at?.closest('dialog') === null;
}

/** '' where the focus can be seen, 'end' where it has left the page, else what is wrong. */
function describeStop(): string {
  const at = document.activeElement;
  if (!at || at === document.body) return 'end';
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
  const isRinged = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  const { top, bottom, left, right } = at.getBoundingClientRect();
  const isInView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const line = at.getClientRects()[0];
  const over =
    line && document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  const isCovered =
    over && !at.contains(over) && !over.contains(at) && over.closest('.contents-button');
  if (isRinged && isInView && !isCovered) return '';
  return `${isRinged ? '' : 'no ring '}${isInView ? '' : 'out of view '}${at.outerHTML.slice(0, 100)}`;
}

test('a block of code that has the focus offers to copy it as the next stop', async () => {
  await page.goto(`${site.origin}/runbooks/runbook-etcd-out-of-space/`);
  const block = page.locator('main pre.shiki').first();
  await block.focus();
  await page.locator('.code-copy button').waitFor();
  await press('Tab');
  expect(await focused()).toBe('button Copy');
  await press('Enter');
  await page.locator('.toast', { hasText: 'Code copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('code').textContent());
});
