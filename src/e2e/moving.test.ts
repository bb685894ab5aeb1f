/** What the site's scripts add for a reader who moves around, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
  await page.goto(`${site.origin}/systems/kafka/`);
});
afterEach(async () => {
  expect(site.problems()).toEqual([]);
});

const zooKeeper = 'main .prose a[href$="/systems/zookeeper/"]';

test('resting on a link shows the beginning of its note, and Escape takes it away', async () => {
  await page.locator(zooKeeper).first().hover();
  const preview = page.locator('.preview');
  await preview.waitFor();
  expect(await preview.locator('h1').innerText()).toContain('ZooKeeper');
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
});

test('focus by the keyboard shows a preview, also where it scrolls the page below the pointer', async () => {
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
  await page.keyboard.press('?');
  await page.locator('dialog select[name="theme"]').selectOption('dark');
  await page.locator('dialog select[name="ui"]').selectOption('zh');
  await page.goto(`${site.origin}/notes/`);
  await page.locator('[data-text="graph"]', { hasText: '图谱' }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});

test('keys lead to pages, and do nothing where a reader turned them off', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.waitForURL('**/journals/');
  await page.keyboard.press('?');
  await page.locator('.choice', { hasText: 'Single-key' }).locator('input').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  expect(await page.evaluate(() => document.documentElement.dataset.theme ?? '')).toBe('');
});

test('with panes on, a link opens beside the note, and the address keeps both', async () => {
  await page.evaluate(() => localStorage.setItem('panes', 'on'));
  await page.reload({ waitUntil: 'networkidle' });
  await page.locator(zooKeeper).first().click();
  await page.locator('.pane h1', { hasText: 'ZooKeeper' }).waitFor();
  expect(new URL(page.url()).searchParams.getAll('pane')).toEqual(['/systems/zookeeper/']);
  await page.reload();
  await page.locator('.pane h1', { hasText: 'ZooKeeper' }).waitFor();
  await page.locator('.pane-close').click();
  expect(await page.locator('.pane').count()).toBe(0);
});
