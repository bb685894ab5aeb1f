/** What a reader does with the built site, in a real browser. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';
import { tabStops } from './tab-stops.ts';

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

test('a link leads to its note, and the backlink there leads back with the sentence around it', async () => {
  await page.goto(`${site.origin}/systems/kafka/`);
  await page.locator('.prose a.note-link', { hasText: 'ZooKeeper' }).first().click();
  await page.waitForURL('**/systems/zookeeper/**');
  const back = page.locator('.backlinks > li', { has: page.getByRole('link', { name: 'Kafka' }) });
  const here = back.first().locator('a[aria-current="page"]').first();
  expect((await here.innerText()).length).toBeGreaterThan(0);
  await back.first().locator('a').first().click();
  await page.waitForURL('**/systems/kafka/**');
});

test('references are filtered by words, and by the pages that they name, both ways', async () => {
  await page.goto(`${site.origin}/systems/zookeeper/`);
  const section = page.locator('section[aria-labelledby="page-backlinks"]');
  const filter = section.locator('.reference-filter');
  await filter.waitFor();
  const right = (part: Locator) =>
    part.evaluate((element) => Math.round(element.getBoundingClientRect().right));
  const list = section.locator('.backlinks').first();
  expect(await right(filter.getByRole('searchbox'))).toBe(await right(list));
  const all = await section.locator('.context').count();
  const shown = section.locator('.backlinks > li:not([hidden])');
  const places = () => shown.locator('.context:not([hidden])').allInnerTexts();
  await filter.getByRole('searchbox').fill('kafka');
  const count = filter.getByRole('status');
  await expect.poll(() => count.innerText()).not.toBe('');
  expect(Number(await count.innerText())).toBe(await shown.count());
  const found = await shown.allInnerTexts();
  expect(found.filter((text) => !text.toLowerCase().includes('kafka'))).toEqual([]);
  expect((await places()).length).toBeLessThan(all);
  await filter.getByRole('searchbox').fill('');
  await expect.poll(async () => (await places()).length).toBe(all);
  await filter.locator('summary').click();
  const offered = filter.getByRole('button').first();
  await offered.click();
  await filter.locator('button[data-mode="in"][aria-pressed="true"]').waitFor();
  const withPage = (await places()).length;
  expect(await offered.innerText()).toMatch(new RegExp(` ${withPage}$`));
  await offered.click();
  await filter.locator('button[data-mode="out"][aria-pressed="true"]').waitFor();
  expect((await places()).length).toBe(all - withPage);
  await offered.click();
  await expect.poll(async () => (await places()).length).toBe(all);
});

test('notes of both programs link to each other', async () => {
  await page.goto(`${site.origin}/mit/6.824/gfs/`);
  await page.locator('a.note-link', { hasText: 'HDFS' }).first().click();
  await page.waitForURL('**/systems/hdfs/**');
  await page.locator('.backlinks a', { hasText: 'mit/6.824/GFS' }).first().click();
  await page.waitForURL('**/mit/6.824/gfs/**');
});

test('an MDX note shows its component and formulas, and its links are backlinks', async () => {
  await page.goto(`${site.origin}/concepts/quorum-sizes/`);
  const majority = page.getByRole('row', { name: /^5 3 2 4$/ });
  await majority.waitFor();
  expect(await page.locator('.prose p .katex').count()).toBeGreaterThan(5);
  await page.locator('.prose a.note-link', { hasText: 'ZooKeeper' }).click();
  await page.waitForURL('**/systems/zookeeper/**');
  const backlink = page.locator('.backlinks a', { hasText: 'Quorum Sizes' }).first();
  await backlink.waitFor({ state: 'attached' });
});

test('a page that is linked and has no file is kept out of search engines', async () => {
  await page.goto(`${site.origin}/mit/`);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
  await page.getByRole('link', { name: 'mit/6.824', exact: true }).first().waitFor();
});

test('an address that does not exist has a page that helps', async () => {
  await page.goto(`${site.origin}/no-such-note/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${site.origin}/notes/Apache-Kafka.html`);
  await page.locator('[data-near-pages] a[href="/systems/kafka/"]').click();
  await page.getByRole('heading', { level: 1, name: 'Kafka' }).waitFor();
  const notFound = expect.stringContaining('404');
  expect(site.problems()).toEqual([notFound, notFound]);
});

test('the keyboard reaches every link and button that can be seen, and one can see where it is', async () => {
  await goTo(page, `${site.origin}/systems/hdfs/`);
  const wanted = await page.evaluate(markFocusable);
  const stops = await tabStops(page, focusedMark, { most: wanted + 40 });
  const marked = stops.filter((stop) => stop !== null);
  expect(marked.filter(({ outlined }) => !outlined)).toEqual([]);
  expect(new Set(marked.map(({ mark }) => mark)).size).toBe(wanted);
});

/** Numbers what should be reachable; gives how many there are. */
function markFocusable(): number {
  const candidates = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  );
  let count = 0;
  for (const element of candidates) {
    const isVisible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const isOff = element.matches(':disabled, [tabindex="-1"], [inert] *');
    if (isVisible && !isOff) element.dataset['stop'] = String(count++);
  }
  return count;
}

/** Where the focus is, and whether that can be seen. */
function focusedMark(): { mark: string; outlined: boolean; html: string } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return null;
  const mark = element.dataset['stop'];
  if (mark === undefined) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const outlined = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  return { mark, outlined, html: element.outerHTML.slice(0, 120) };
}

test('the number beside a block can be pressed, and says in words what it counts', async () => {
  await goTo(page, `${site.origin}/mit/6.824/gfs/`);
  const references = page.locator('.block-content > .block-references').first();
  await references.hover();
  await references.locator('summary').click();
  expect(await references.getAttribute('open')).toBe('');
  const words = references.locator('summary').evaluate((summary) => {
    return getComputedStyle(summary, '::before').content;
  });
  expect(await words).toMatch(/attr\(title\)|References to this block|引用此块/u);
});

test('a print holds the note unfolded, wide tables whole, and nothing of the site around it', async () => {
  await goTo(page, `${site.origin}/共识/raft/`);
  await page.emulateMedia({ media: 'print' });
  for (const selector of [
    '.site-header',
    '.rail',
    '.after',
    '.reading-mark',
    '.block-references',
  ]) {
    expect(await page.locator(selector).first().isVisible()).toBe(false);
  }
  const folded = page.locator('article .block-fold:not([open])');
  const shown = await folded.evaluateAll((folds) =>
    folds.map((fold) => (fold.querySelector('.outline') as HTMLElement).offsetHeight > 0),
  );
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.every(Boolean)).toBe(true);
  await page.goto(`${site.origin}/guide/obsidian-syntax/`);
  await page.setViewportSize({ width: 673, height: 950 });
  const cut = await page
    .locator('main .prose :is(table, pre)')
    .evaluateAll(
      (parts) =>
        parts.filter(
          (part) =>
            part.getBoundingClientRect().right > innerWidth ||
            part.scrollWidth > part.clientWidth + 1,
        ).length,
    );
  expect(cut).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: null });
});
