/** What is written in one way is found, and marked, when it is typed in another. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type TestSite } from './site.ts';
import { walkedBase as base, walkedGarden, walkedHosts } from './walked-garden.ts';

let site: TestSite;

beforeAll(async () => {
  const { site: outDir } = await walkedGarden();
  site = await openSite({}, { outDir, base });
  await site.context.route(walkedHosts, (route) => route.abort());
});
afterAll(() => site.close());

test.each([
  ['C++', ['C++']],
  ['O(log N)', ['O(\\log', 'N']],
  ['1.2.3', ['v1.2.3']],
  ['strasse', ['Straße']],
  ['istanbul', ['İstanbul']],
  ['领导者选举', ['領導者', '選舉']],
])('%s', async (query, marked) => {
  const page = await site.samePage();
  await page.goto(`${site.origin}${base}search/?q=${encodeURIComponent(query)}`);
  const done = page.locator('[data-search-results][data-state="done"]');
  await done.waitFor({ state: 'attached' });
  const found = done.locator('[data-permalink$="/spellings/"]').first();
  const marks = await found.locator('mark').allInnerTexts();
  expect(marks).toEqual(expect.arrayContaining(marked));
});

test('a word after a minus leaves out the notes with it, and the status says so', async () => {
  const page = await site.samePage();
  await page.goto(`${site.origin}${base}search/?q=${encodeURIComponent('harbour -kafka')}`);
  const done = page.locator('[data-search-results][data-state="done"]');
  await done.waitFor({ state: 'attached' });
  expect(await done.locator('[data-permalink$="/spellings/"]').count()).toBe(0);
  expect(await done.locator('[data-permalink$="/harbour/"]').count()).toBeGreaterThan(0);
  expect(await page.locator('.search-status').innerText()).toContain('without “kafka”');
});
