/** Notes between public and private: one with a password, and one that only its address opens. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { type OwnGarden, ownGarden } from './own-garden.ts';
import { findWords } from './private-words.ts';
import { openSite, type TestSite } from './site.ts';

const base = '/garden/';
const password = 'correct horse battery';

let garden: OwnGarden;
let site: TestSite;
let page: Page;

beforeAll(async () => {
  garden = await ownGarden('src/e2e/fixtures/locked-garden');
  await garden.build({ GARDEN_BASE: base, GARDEN_PASSWORD_FAMILY: password });
  site = await openSite({ viewport: { width: 1280, height: 900 } }, { outDir: garden.site, base });
  page = await site.page();
});
afterAll(async () => {
  await site.close();
  await garden.remove();
});
afterEach(() => {
  expect(site.problems()).toEqual([]);
});

const open = (path: string) => page.goto(`${site.origin}${base}${path}`);

async function give(text: string): Promise<void> {
  await page.getByLabel('Password').fill(text);
  await page.keyboard.press('Enter');
}

test('nothing of the note with a password is in the site', async () => {
  expect(await findWords(garden.site, ['wombat', '北京', 'packing'])).toEqual([]);
});

test('an unlisted note is in its own page alone, and search engines are asked to leave it out', async () => {
  const found = await findWords(garden.site, ['numbat']);
  expect(found.map(({ path }) => path)).toEqual(['hidden-corner/index.html']);
  await open('home/');
  await page.getByRole('link', { name: 'Hidden corner' }).click();
  await page.getByText('this numbat').waitFor();
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
});

test.each([
  ['journals/', 'There are no journals yet.'],
  ['recent/', 'No note has a date yet'],
])('%s says why it is empty', async (path, words) => {
  await open(path);
  await page.getByText(words).waitFor();
  expect(await page.locator('main h2').count()).toBe(0);
});

test('another password is refused, and the field keeps the focus', async () => {
  await open('trip/');
  await give('incorrect');
  await page.getByText('This password does not open the page.').waitFor();
  const input = page.getByLabel('Password');
  expect(await input.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await input.getAttribute('aria-invalid')).toBe('true');
  expect(await violationsOf(page)).toEqual([]);
});

test('the password opens the page in place, with its picture, diagram and contents', async () => {
  await open('home/');
  await page.getByRole('link', { name: 'our trip' }).click();
  await give(password);
  await page.getByRole('heading', { name: 'Wombat trip', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${base}trip/`);
  const picture = page.locator('article img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(40);
  expect(await page.locator('.contents a').allTextContents()).toEqual(['Packing', 'Way']);
  await page.getByRole('link', { name: 'Enlarge' }).click();
  await page.locator('dialog[open] svg').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await violationsOf(page)).toEqual([]);
});

test('in the same tab the page opens by itself, and search finds its words until it is locked again', async () => {
  await open('trip/');
  await page.getByText('wombattent').waitFor();
  for (const query of ['wombatmap', '北京']) {
    await open(`search/?q=${encodeURIComponent(query)}`);
    const results = page.locator('[data-search-results][data-state="done"] [data-permalink]');
    await results.first().waitFor();
    expect(await results.evaluateAll((all) => all.map((each) => each.dataset.permalink))).toEqual([
      '/trip/',
    ]);
  }
  await open('trip/');
  await page.getByRole('button', { name: 'Lock again' }).click();
  await page.getByLabel('Password').waitFor();
  await open('search/?q=wombatmap');
  await page.locator('[data-search-results][data-state="done"]').waitFor({ state: 'attached' });
  expect(await page.locator('[data-permalink]').count()).toBe(0);
  // The index has no file for a first letter that no listed note has.
  expect(site.problems().filter((problem) => !/404/.test(problem))).toEqual([]);
});

test('without a script the page says what it needs', async () => {
  const plain = await openSite({ javaScriptEnabled: false }, { outDir: garden.site, base });
  const bare = await plain.page();
  await bare.goto(`${plain.origin}${base}trip/`);
  const said = await bare.locator('main noscript p').innerText();
  expect(said).toBe('Without JavaScript this page cannot be decrypted.');
  expect(await bare.getByLabel('Password').isVisible()).toBe(false);
  await plain.close();
});
