/** What the site's scripts add for a reader who moves around, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { goTo, settled } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});
afterEach(async () => {
  expect(site.problems()).toEqual([]);
});

async function openNote(): Promise<void> {
  await page.goto(`${site.origin}/systems/kafka/`);
}

const zooKeeper = 'main .prose a[href$="/systems/zookeeper/"]';

test('resting on a link shows the beginning of its note, and Escape takes it away', async () => {
  await openNote();
  await page.locator(zooKeeper).first().hover();
  const preview = page.locator('.preview');
  await preview.waitFor();
  expect(await preview.locator('h1').innerText()).toContain('ZooKeeper');
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
});

test('a link in a preview has one of its own, and both go', async () => {
  await openNote();
  await page.locator(zooKeeper).first().hover();
  const inner = page.locator('.preview a.note-link').first();
  // Scrolling ends previews inside of a preview, and its event comes a frame later.
  await inner.scrollIntoViewIfNeeded();
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await inner.hover();
  await page.locator('.preview').nth(1).waitFor();
  await page.locator('.preview').first().locator('h1').hover();
  await page.locator('.preview').nth(1).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  expect(await page.locator('.preview').count()).toBe(0);
});

test('a footnote and a heading have previews', async () => {
  await page.setViewportSize({ width: 1000, height: 900 });
  await openNote();
  const mark = page.locator('main a[data-footnote-ref]').first();
  // A word joiner keeps the number with what is before it.
  const joiner = await mark.evaluate(
    ({ parentElement }) => parentElement && getComputedStyle(parentElement, '::before').content,
  );
  expect(joiner).toBe('"\u2060" / ""');
  await mark.hover();
  await page.locator('.preview', { hasText: /\S/u }).waitFor();
  expect(await page.locator('.preview h1').count()).toBe(0);
  await page.mouse.move(5, 5);
  await page.locator('.preview').waitFor({ state: 'detached' });
  await page.locator('main .prose a[href*="/#"]').first().hover();
  await page.locator('.preview :is(h2, h3, h4)').first().waitFor();
});

test('focus by the keyboard shows a preview, also where it scrolls the page below the pointer', async () => {
  await openNote();
  await page.mouse.move(600, 500);
  const link = page.locator(zooKeeper).last();
  await page.locator('main .prose a').first().focus();
  for (let step = 0; step < 60; step += 1) {
    if (await link.evaluate((there) => there === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  const preview = page.locator('.preview');
  await preview.locator('h1', { hasText: 'ZooKeeper' }).waitFor();
  await page.waitForTimeout(1000);
  expect(await preview.isVisible()).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await preview.locator('h1', { hasText: 'ZooKeeper' }).waitFor({ state: 'detached' });
});

test('a link in a drawing shows its note, too', async () => {
  await page.goto(`${site.origin}/mit/6.824/`);
  await page.locator('figure.diagram svg a.note-link').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.locator('.preview h1').waitFor();
});

test('the explorer is open at the note, and opens other folders', async () => {
  await openNote();
  const here = page.locator('.explorer a[aria-current="page"]');
  await here.waitFor();
  expect(await here.innerText()).toBe('Kafka');
  const closed = page.locator('.explorer details:not([open])').first();
  const name = await closed.locator('summary').innerText();
  await closed.locator('summary').click();
  const opened = page.locator('.explorer details[open]', { hasText: name.split(' ')[0] ?? '' });
  await opened.locator('a').first().waitFor();
});

test('a folder with a note of its own is one line, which leads to the note', async () => {
  await page.goto(`${site.origin}/mit/6.824/`);
  const lines = page.locator('.explorer a[href$="/mit/6.824/"]');
  await lines.first().waitFor();
  expect(await lines.count()).toBe(1);
  expect(await lines.getAttribute('aria-current')).toBe('page');
  await page.locator('.explorer a[href$="/mit/6.824/gfs/"]').waitFor();
});

test('the contents stay in view on a page with notes at its side', async () => {
  await page.goto(`${site.origin}/学习/cap-与-pacelc/`);
  await page.locator('.has-sidenotes').waitFor();
  await page.evaluate(() => scrollTo({ top: 1200, behavior: 'instant' }));
  const box = await page.locator('.contents').boundingBox();
  expect(box?.y).toBe(0);
});

test('a chosen theme and language stay on the next page', async () => {
  await openNote();
  await page.keyboard.press('?');
  await page.locator('dialog select[name="theme"]').selectOption('dark');
  await page.locator('dialog select[name="ui"]').selectOption('zh');
  await page.goto(`${site.origin}/notes/`);
  await page.locator('[data-text="graph"]', { hasText: '图谱' }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});

test('the filter of the explorer and of all notes, and the table of these', async () => {
  await page.goto(`${site.origin}/notes/`);
  await page.locator('.note-filter input').fill('papers aurora');
  await page.waitForFunction(
    () => document.querySelector('.note-filter output')?.textContent === '1',
  );
  await page.locator('.note-filter input').fill('');
  await page.locator('.note-filter button').click();
  await page.locator('.notes-table thead button').nth(1).click();
  expect(await page.locator('.notes-table th[aria-sort]').getAttribute('aria-sort')).toBe(
    'ascending',
  );
  await page.locator('.note-filter button').click();
  await page.locator('.explorer-filter input').fill('zookeeper');
  await page
    .locator('.explorer > ul:not([hidden], :has(details)) a', { hasText: /^ZooKeeper$/ })
    .click();
  await page.waitForURL('**/systems/zookeeper/');
});

test('keys lead to pages, and do nothing where a reader turned them off', async () => {
  await openNote();
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.waitForURL('**/journals/');
  await page.keyboard.press('?');
  await page.locator('.choice', { hasText: 'Single-key' }).locator('input').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  expect(await page.evaluate(() => document.documentElement.dataset.theme ?? '')).toBe('');
});

test('a note can be marked as read, and lists say so', async () => {
  await openNote();
  const button = page.locator('.reading-mark button');
  await button.click();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
  await goTo(page, `${site.origin}/notes/`);
  expect(await page.locator('.read-mark').count()).toBe(1);
  await goTo(page, `${site.origin}/systems/kafka/`);
  await button.click();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
});

test('the home page offers to continue a note where it was left', async () => {
  await openNote();
  await leaveAt(3000);
  await goTo(page, `${site.origin}/`);
  const offer = page.locator('.continue-reading');
  await offer.locator('a', { hasText: 'Kafka' }).click();
  await page.waitForURL('**/systems/kafka/#*');
  await leaveAt(3500);
  await goTo(page, `${site.origin}/`);
  await offer.locator('button').click();
  await page.reload();
  await settled(page);
  expect(await offer.count()).toBe(0);
});

/** Scrolls to a place, and waits until the page has kept it. */
async function leaveAt(top: number): Promise<void> {
  await page.evaluate((to) => {
    localStorage.removeItem('reading');
    scrollTo({ top: to, behavior: 'instant' });
  }, top);
  await page.waitForFunction(() => localStorage.getItem('reading')?.includes('kafka'));
}

/** Opens a short note with others beside it. */
async function openPanes(paths: readonly string[]): Promise<void> {
  const address = new URL(`${site.origin}/papers/chain-replication/`);
  for (const path of paths) address.searchParams.append('pane', path);
  await goTo(page, address.href);
}

/** Left and right edges of the panes in the row, and of the column of the site. */
async function edges(): Promise<(readonly [number, number])[]> {
  return page.locator('.site-header, main, .pane').evaluateAll((parts) =>
    parts
      .map((part) => part.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ left, right }) => [Math.round(left), Math.round(right)] as const),
  );
}

test('with panes on, a link opens beside the note, the address keeps both, going back closes it', async () => {
  await openNote();
  await page.evaluate(() => localStorage.setItem('panes', 'on'));
  await page.reload();
  await settled(page);
  await page.locator(zooKeeper).first().click();
  await page.locator('.pane h1', { hasText: 'ZooKeeper' }).waitFor();
  expect(new URL(page.url()).searchParams.getAll('pane')).toEqual(['/systems/zookeeper/']);
  // The row fills the window, wherever in its note the link was.
  const window = await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return { above: scrollY, below: scrollHeight - clientHeight };
  });
  expect(window).toEqual({ above: 0, below: 0 });
  await page.reload();
  await page.locator('.pane h1', { hasText: 'ZooKeeper' }).waitFor();
  await page.goBack();
  await expect.poll(() => page.locator('.pane').count()).toBe(0);
});

test.each([1200, 1440, 1920])('at %i px no pane lies over another one', async (width) => {
  await page.setViewportSize({ width, height: 900 });
  await openPanes(['/papers/narya/', '/papers/aurora/', '/papers/slim/']);
  await page.locator('.pane:not(.is-folded) h1', { hasText: 'Slim' }).waitFor();
  const row = await edges();
  const gaps = row.slice(1).map(([left], index) => left - (row[index]?.[1] ?? 0));
  expect(gaps).toEqual([0, 0, 0, 0]);
  expect(row.at(-1)?.[1]).toBeLessThanOrEqual(width);
});

test('a spine unfolds its note, and Escape closes the pane with the focus', async () => {
  await openPanes(['/papers/narya/', '/papers/slim/']);
  await page.locator('.pane-spine', { hasText: 'Chain Replication' }).click();
  await page.locator('main:not(.is-folded) h1').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  expect(new URL(page.url()).searchParams.getAll('pane')).toEqual(['/papers/slim/']);
});

test('on a phone an address with panes shows the one note', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPanes(['/papers/narya/']);
  expect(await page.locator('main h1').isVisible()).toBe(true);
  expect(await page.locator('.pane').count()).toBe(0);
});
