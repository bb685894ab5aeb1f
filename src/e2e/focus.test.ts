import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

/** A note whose outline has blocks in blocks. */
const note = '/mit/6.824/';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1440, height: 900 } });
  page = await site.page();
});

afterAll(() => site.close());

beforeEach(async () => {
  await goTo(page, site.origin + note);
});

/** A block below another one that is not the only one there. */
const inner = () => page.locator('main .outline .outline > .block + .block').first();
const visibleBlocks = () => page.locator('main article .block-content:visible').count();

async function clickBullet(): Promise<void> {
  const box = await inner().boundingBox();
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 14);
  await page.locator('.focus-path').waitFor();
}

test('a bullet shows its block alone, below the path to it', async () => {
  const all = await visibleBlocks();
  const id = await inner().getAttribute('id');
  const own = await inner().locator('.block-content').count();
  await clickBullet();
  expect(new URL(page.url()).search).toBe(`?block=${id}`);
  expect(await visibleBlocks()).toBe(own);
  expect(own).toBeLessThan(all);
  expect(await page.locator('.focus-path a').allTextContents()).toEqual([
    'mit/6.824',
    '什么叫分布式系统',
  ]);
  expect(site.problems()).toEqual([]);
});

test('the path leads up, Escape and Back to the whole note', async () => {
  const all = await visibleBlocks();
  await clickBullet();
  await page.locator('.focus-path a').last().click();
  expect(await page.locator('.focus-path a').allTextContents()).toEqual(['mit/6.824']);
  await page.keyboard.press('Escape');
  expect([await visibleBlocks(), new URL(page.url()).search]).toEqual([all, '']);
  await page.goBack();
  expect(await page.locator('.focus-path a').count()).toBe(1);
});

test('the address of a block that is alone can be shared', async () => {
  const id = await inner().getAttribute('id');
  await goTo(page, `${site.origin}${note}?block=${id}`);
  expect(await inner().isVisible()).toBe(true);
  expect(await page.locator('.focus-path').isVisible()).toBe(true);
});

test('a link to a hidden place of the note shows the whole note again', async () => {
  const all = await visibleBlocks();
  await clickBullet();
  await page.locator('.contents a').last().click();
  await expect.poll(visibleBlocks).toBe(all);
});

test('the key f shows the block alone that holds the focus', async () => {
  const link = page.locator('main .outline .outline .block-content a.note-link').first();
  const id = await link.evaluate((found) => found.closest('.block')?.id);
  await link.focus();
  await page.keyboard.press('f');
  await page.locator('.focus-path').waitFor();
  expect(new URL(page.url()).search).toBe(`?block=${id}`);
  expect(await page.evaluate('document.activeElement.closest(".focus-path") !== null')).toBe(true);
});
