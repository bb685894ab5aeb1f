/** Notes between public and private: one with a password, and one that only its address opens. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { findWords } from './private-words.ts';
import { openSite, type TestSite } from './site.ts';
import {
  walkedBase as base,
  walkedHosts as hosts,
  familyPassword as password,
  walkedGarden,
} from './walked-garden.ts';

let outDir = '';
let site: TestSite;
let page: Page;

beforeAll(async () => {
  outDir = (await walkedGarden()).site;
  // A worker would answer for the network.
  const options = { viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' } as const;
  site = await openSite(options, { outDir, base });
  await site.context.route(hosts, (route) => {
    return route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  page = await site.page();
});
afterAll(() => site.close());
afterEach(() => {
  expect(problems()).toEqual([]);
});

/** What went wrong, but for requests to the hosts that the owner named. */
function problems(): readonly string[] {
  return site.problems().filter((problem) => !hosts.test(problem.replace(/^request.*?: /, '')));
}

const open = (path: string) => page.goto(`${site.origin}${base}${path}`);

async function give(text: string): Promise<void> {
  await page.getByLabel('Password').fill(text);
  await page.keyboard.press('Enter');
}

test('nothing of the note with a password is in the site', async () => {
  expect(await findWords(outDir, ['wombat', '北京', 'packing'])).toEqual([]);
});

test('an unlisted note is in its own page alone, and search engines are asked to leave it out', async () => {
  const found = await findWords(outDir, ['numbat']);
  expect(found.map(({ path }) => path)).toEqual(['hidden-corner/index.html']);
  await open('shelter/');
  await page.getByRole('link', { name: 'Hidden corner' }).click();
  await page.getByText('this numbat').waitFor();
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
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
  await open('shelter/');
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
  expect(problems().filter((problem) => !/404/.test(problem))).toEqual([]);
});

test('without a script the page says what it needs', async () => {
  const plain = await openSite({ javaScriptEnabled: false }, { outDir: outDir, base });
  const bare = await plain.page();
  await bare.goto(`${plain.origin}${base}trip/`);
  const said = await bare.locator('main noscript p').innerText();
  expect(said).toBe('Without JavaScript this page cannot be decrypted.');
  expect(await bare.getByLabel('Password').isVisible()).toBe(false);
  await plain.close();
});
