/** Long notes are laid out as they are read; they are whole for links and on paper. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';
import { walkedBase as base, walkedGarden, walkedHosts } from './walked-garden.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  const { site: outDir } = await walkedGarden();
  site = await openSite({ viewport: { width: 390, height: 800 } }, { outDir, base });
  await site.context.route(walkedHosts, (route) => route.abort());
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});

const open = (fragment = '') => goTo(page, `${site.origin}${base}long-walk/${fragment}`);
const openOutline = (fragment = '') => goTo(page, `${site.origin}${base}long-watch/${fragment}`);

/** How many blocks there are, and how many of them are laid out. */
const blocks = () =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('.block .block .block a')];
    const shown = all.filter((part) => part.checkVisibility({ contentVisibilityAuto: true }));
    return { all: all.length, shown: shown.length };
  });

/** Where the heading of a block is in the window. */
const topOf = (heading: string) =>
  page.evaluate(
    (name) =>
      [...document.querySelectorAll('h2')]
        .find(({ textContent }) => textContent.startsWith(name))
        ?.getBoundingClientRect().top,
    heading,
  );

/** How many paragraphs there are, and how many of them are laid out. */
const paragraphs = () =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('.prose > p > strong:first-of-type')];
    const shown = all.filter((part) => part.checkVisibility({ contentVisibilityAuto: true }));
    return { all: all.length, shown: shown.length };
  });

test('what is far from the window is not laid out', async () => {
  await open();
  const { all, shown } = await paragraphs();
  expect(all).toBe(721);
  expect(shown).toBeGreaterThan(5);
  expect(shown).toBeLessThan(120);
});

test('a fragment leads to its heading, from outside and within the page', async () => {
  const top = (id: string) =>
    page.evaluate((name) => document.getElementById(name)?.getBoundingClientRect().top, id);
  await open('#mile-20');
  await expect.poll(() => top('mile-20')).toBeLessThan(80);
  expect(await top('mile-20')).toBeGreaterThanOrEqual(0);
  await page.evaluate(() => {
    location.hash = '#mile-7';
  });
  await expect.poll(() => top('mile-7')).toBeLessThan(80);
  await page.waitForTimeout(300);
  expect(await top('mile-7')).toBeGreaterThanOrEqual(0);
});

test('on paper everything is there', async () => {
  await open();
  await page.emulateMedia({ media: 'print' });
  const { all, shown } = await paragraphs();
  expect(shown).toBe(all);
});

test('the blocks of a long outline that are far from the window are not laid out', async () => {
  await openOutline();
  const { all, shown } = await blocks();
  expect(all).toBe(600);
  expect(shown).toBeGreaterThan(5);
  expect(shown).toBeLessThan(200);
});

test('the link to a block leads to it', async () => {
  await openOutline();
  const link = page.locator('.heading-anchor').nth(20);
  const fragment = (await link.getAttribute('href')) ?? '';
  await page.goto('about:blank');
  await openOutline(fragment);
  await expect.poll(() => topOf('Watch 20')).toBeLessThan(80);
  await page.waitForTimeout(300);
  expect(await topOf('Watch 20')).toBeGreaterThanOrEqual(0);
});

test('on paper the outline is whole, and no block is measured across another', async () => {
  await openOutline();
  expect(await violationsOf(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  const { all, shown } = await blocks();
  expect(shown).toBe(all);
});
