/** Boards in a real browser: they open fitted, and are zoomed by buttons, keys and the mouse. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { openSite, type TestSite } from './site.ts';
import { walkedBase as base, walkedGarden, walkedHosts } from './walked-garden.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  const { site: outDir } = await walkedGarden();
  site = await openSite({ viewport: { width: 1280, height: 900 } }, { outDir, base });
  await site.context.route(walkedHosts, (route) => route.abort());
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
  await page.goto(`${site.origin}${base}voyage.canvas/`, { waitUntil: 'load' });
  await page.locator('.board-keys button').first().waitFor();
});

/** Width of the board's content as it is shown, in whole pixels. */
async function width(): Promise<number> {
  const box = await page.locator('.board-area').boundingBox();
  return Math.round(box?.width ?? 0);
}

async function paneWidth(): Promise<number> {
  return page.locator('.board-scroll').evaluate((pane) => pane.clientWidth);
}

test('a board opens as wide as its pane, and its buttons have names and drawn icons', async () => {
  expect(Math.abs((await width()) - (await paneWidth()))).toBeLessThanOrEqual(2);
  const buttons = page.locator('.board-keys button');
  expect(await buttons.evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual([
    'Zoom out',
    'Zoom in',
    'Fit to window',
    'Full screen',
  ]);
  expect(await buttons.locator('svg path').count()).toBe(4);
  expect(await violationsOf(page)).toEqual([]);
});

test('the buttons zoom by a quarter and fit again', async () => {
  const fitted = await width();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  expect((await width()) / fitted).toBeCloseTo(1.25, 1);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  expect((await width()) / fitted).toBeCloseTo(0.8, 1);
  await page.getByRole('button', { name: 'Fit to window' }).click();
  expect(await width()).toBe(fitted);
});

test('the keys + and 0 do the same, and the mouse drags what is larger than its pane', async () => {
  const fitted = await width();
  const pane = page.locator('.board-scroll');
  await pane.focus();
  for (const key of ['+', '+', '+']) await page.keyboard.press(key);
  expect((await width()) / fitted).toBeCloseTo(1.95, 1);
  const left = () => pane.evaluate((element) => element.scrollLeft);
  const before = await left();
  const box = await pane.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y, { steps: 4 });
  await page.mouse.up();
  expect(Math.round((await left()) - before)).toBe(120);
  await page.keyboard.press('0');
  expect(await width()).toBe(fitted);
});
