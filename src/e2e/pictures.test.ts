/** Pictures of notes: smaller copies, rows, captions, and the dialog that enlarges them. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';
import { walkedBase as base, walkedGarden, walkedHosts } from './walked-garden.ts';

let outDir = '';
let site: TestSite;
let page: Page;
/** Paths of the pictures that the browser has asked for. */
const asked: string[] = [];

beforeAll(async () => {
  outDir = (await walkedGarden()).site;
  // A worker would answer for the network.
  const options = { viewport: { width: 1280, height: 900 }, hasTouch: true } as const;
  site = await openSite({ ...options, serviceWorkers: 'block' }, { outDir, base });
  await site.context.route(walkedHosts, (route) => route.abort());
  page = await site.page();
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await goTo(page, `${site.origin}${base}pictures/`);
});
afterAll(() => site?.close());

const dialog = '.diagram-dialog[open]';
const shown = `${dialog} .diagram-pane > img`;

function widthOf(selector: string): Promise<number> {
  return page.locator(selector).evaluate((part) => part.getBoundingClientRect().width);
}

test('a page shows copies of the size that it needs, and no word moves', async () => {
  await page.locator('text=The end.').scrollIntoViewIfNeeded();
  await expect
    .poll(() => asked.filter((path) => path.startsWith(`${base}thumbnails/`)).length)
    .toBe(2);
  const widths = asked.flatMap((path) => /-(\d+)\.webp$/.exec(path)?.[1] ?? []);
  expect(widths).toEqual(['640', '320']);
  expect(asked.filter((path) => /\/assets\/.*(?:jpg|png)$/.test(path))).toEqual([]);
  const reserved = await page
    .locator('main img')
    .evaluateAll((images) =>
      images.map((image) => image.hasAttribute('width') && image.hasAttribute('height')),
    );
  expect(reserved).toEqual([true, true, true, true]);
});

test('the pictures of a line are as high as each other', async () => {
  const heights = await page
    .locator('.gallery img')
    .evaluateAll((images) =>
      images.map((image) => Math.round(image.getBoundingClientRect().height)),
    );
  expect(heights).toHaveLength(2);
  expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThanOrEqual(2);
});

test('Enter opens a picture from its own file, keys zoom it and lead to the next, Escape returns', async () => {
  const link = page.locator('main a.picture').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.locator(shown).getAttribute('src'))
    .toMatch(/\/assets\/obsidian\/field\.jpg$/);
  expect(await page.locator(dialog).getAttribute('aria-label')).toBe('A field of noise');
  const fitting = await widthOf(shown);
  await page.keyboard.press('+');
  expect(await widthOf(shown)).toBeCloseTo(fitting * 1.25, 0);
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.locator(shown).getAttribute('src'))
    .toMatch(/\/assets\/obsidian\/tall\.png$/);
  expect(await page.locator(dialog).getAttribute('aria-label')).toBe('Tall');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(dialog).count()).toBe(0);
  expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
});

test('two fingers zoom a picture', async () => {
  await page.locator('main a.picture').first().click();
  await expect
    .poll(() => page.locator(shown).getAttribute('src'))
    .toMatch(/\/assets\/obsidian\/field\.jpg$/);
  const fitting = await widthOf(shown);
  const session = await page.context().newCDPSession(page);
  await touch(session, 'touchStart', [600, 680]);
  await touch(session, 'touchMove', [560, 720]);
  await touch(session, 'touchMove', [520, 760]);
  await touch(session, 'touchEnd', []);
  await expect.poll(() => widthOf(shown)).toBeGreaterThan(fitting * 2);
  await page.keyboard.press('Escape');
});

test('a swipe leads to the next picture and back, a zoomed one is scrolled by it', async () => {
  await page.locator('main a.picture').first().click();
  const title = page.locator(dialog);
  await expect.poll(() => title.getAttribute('aria-label')).toBe('A field of noise');
  const session = await page.context().newCDPSession(page);
  const swipe = async (from: number, to: number) => {
    await touch(session, 'touchStart', [from]);
    await touch(session, 'touchMove', [(from + to) / 2]);
    await touch(session, 'touchMove', [to]);
    await touch(session, 'touchEnd', []);
  };
  await swipe(700, 500);
  await expect.poll(() => title.getAttribute('aria-label')).toBe('Wide');
  await swipe(500, 700);
  await expect.poll(() => title.getAttribute('aria-label')).toBe('A field of noise');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await swipe(700, 500);
  await expect
    .poll(() => page.locator('.diagram-pane').evaluate((pane) => pane.scrollLeft))
    .toBeGreaterThan(100);
  expect(await title.getAttribute('aria-label')).toBe('A field of noise');
  await page.keyboard.press('Escape');
});

function touch(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  places: number[],
) {
  const touchPoints = places.map((x, id) => ({ x, y: 500, id }));
  return session.send('Input.dispatchTouchEvent', { type, touchPoints });
}

test('without a script the link leads to the file itself', async () => {
  const plain = await openSite({ javaScriptEnabled: false }, { outDir, base });
  const other = await plain.page();
  await other.goto(`${plain.origin}${base}pictures/`);
  await other.locator('main a.picture').first().click();
  await other.waitForURL('**/assets/obsidian/field.jpg');
  await plain.close();
});

test('an SVG file of the notes runs nothing when it is opened by itself', async () => {
  const other = await site.page();
  await other.goto(`${site.origin}${base}assets/obsidian/drawing.svg`);
  expect(await other.evaluate(() => document.documentElement.id)).toBe('');
  expect(await other.locator('rect').count()).toBe(1);
  await other.close();
});

test('a drawing for light paper follows the theme that the reader chooses', async () => {
  const drawing = page.locator('main img[src$="/drawing.svg"]');
  const filter = () => drawing.evaluate((image) => getComputedStyle(image).filter);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await filter()).toBe('none');
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  expect(await filter()).toContain('invert');
  await page.emulateMedia({ media: 'print' });
  expect(await filter()).toBe('none');
});
