/**
 * Search in a real browser. The quality test is the alarm for every change of Pagefind and of the
 * cutting of text: from an English page, and from a Chinese one for every third query, the right notes
 * must be found.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchRecord } from '../search/cut/record.ts';
import { judge, mean, type Quality, readGarden, searchFor } from './search-quality.ts';
import { qualityQueries } from './search-queries.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let garden: readonly SearchRecord[];

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 } });
  garden = await readGarden(process.env['GARDEN_DIR'] ?? '.garden');
});
afterAll(() => site.close());

/** Judges the answer to the first of each `step` queries. */
async function qualities(page: Page, step: number): Promise<Quality[]> {
  const judged: Quality[] = [];
  for (const query of qualityQueries.filter((_, index) => index % step === 0)) {
    judged.push(judge(query, await searchFor(page, query.query), garden));
  }
  return judged;
}

test.concurrent.for([
  ['zh', 3],
  ['en', 1],
] as const)('search finds what it should from a page in %s', async ([lang, step]) => {
  const page = await site.page();
  await page.goto(`${site.origin}/search/`);
  // The language of the page that a reader stands on is what Pagefind would go by.
  await page.evaluate((language) => {
    document.documentElement.lang = language;
  }, lang);
  const judged = await qualities(page, step);
  await page.close();
  const faults = judged.filter(({ recall, precision, first }) => recall * precision * first < 1);
  console.info(faults.map(describeFault).join('\n'));
  expect(mean(judged, 'recall')).toBeGreaterThanOrEqual(0.98);
  expect(mean(judged, 'precision')).toBeGreaterThanOrEqual(0.95);
  expect(mean(judged, 'first')).toBeGreaterThanOrEqual(0.95);
  expect(site.problems()).toEqual([]);
});

function describeFault({ query, recall, precision, first, found }: Quality): string {
  return `${query.kind} ${query.query}: recall ${recall}, precision ${precision}, first ${first}: ${found.join(' ')}`;
}
