/** Everything that is needed to read is in the HTML. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ javaScriptEnabled: false });
  page = await site.page();
});
afterAll(() => site.close());

test('diagrams are pictures in the page', async () => {
  await page.goto(`${site.origin}/systems/kafka/`);
  const drawing = page.locator('figure.diagram svg').first();
  await drawing.waitFor();
  const box = await drawing.boundingBox();
  expect(box?.width).toBeGreaterThan(200);
});

test('what a diagram names can be opened from it', async () => {
  await page.goto(`${site.origin}/systems/zookeeper/`);
  const href = await page.locator('figure.diagram svg a[href]').first().getAttribute('href');
  const response = await page.goto(site.origin + (href ?? '/missing'));
  expect(response?.status()).toBe(200);
});

test('links can be followed, backlinks and contents are there', async () => {
  await page.goto(`${site.origin}/systems/kafka/`);
  expect(await page.locator('.backlinks a').count()).toBeGreaterThan(1);
  await page.locator('.prose a.note-link').first().click();
  await page.locator('h1').waitFor();
  expect(site.problems()).toEqual([]);
});

test('folded blocks open', async () => {
  await page.goto(`${site.origin}/mit/6.824/`);
  const closed = page.locator('details.block-fold:not([open])').first();
  if ((await closed.count()) === 0) return;
  await closed.locator('summary').first().click();
  expect(await closed.getAttribute('open')).toBe('');
});

test('the explorer is a page of folders, which lead to their notes', async () => {
  await page.goto(`${site.origin}/systems/kafka/`);
  await page.locator('.crumbs a', { hasText: 'Systems' }).click();
  expect(await page.locator('h1').textContent()).toBe('Systems');
  expect(await page.locator('.note-list a').count()).toBeGreaterThan(10);
  await page.locator('a', { hasText: 'Explorer' }).first().click();
  await page.waitForURL('**/_folders/');
  await page.locator('.folder-list a', { hasText: 'Papers' }).click();
  await page.locator('.note-list a', { hasText: 'Aurora' }).first().waitFor();
  expect(site.problems()).toEqual([]);
});

test('the search page lists all notes and tags', async () => {
  await page.goto(`${site.origin}/search/`);
  expect(await page.locator('main a.note-link, main .plain-list a').count()).toBeGreaterThan(40);
  await page.locator('main a', { hasText: 'ZooKeeper' }).first().click();
  await page.waitForURL('**/systems/zookeeper/');
});
