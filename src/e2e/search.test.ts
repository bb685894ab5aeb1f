/**
 * Search in a real browser. The quality test is the alarm for every change of Pagefind and of the
 * cutting of text: from a Chinese and from an English page the same notes must be found.
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

async function qualities(page: Page): Promise<Quality[]> {
  const judged: Quality[] = [];
  for (const query of qualityQueries) {
    judged.push(judge(query, await searchFor(page, query.query), garden));
  }
  return judged;
}

test.concurrent.each(['zh', 'en'])(
  'search finds what it should from a page in %s',
  async (lang) => {
    const page = await site.page();
    await page.goto(`${site.origin}/search/`);
    // The language of the page that a reader stands on is what Pagefind would go by.
    await page.evaluate((language) => {
      document.documentElement.lang = language;
    }, lang);
    const judged = await qualities(page);
    await page.close();
    const faults = judged.filter(({ recall, precision, first }) => recall * precision * first < 1);
    console.info(faults.map(describeFault).join('\n'));
    expect(mean(judged, 'recall')).toBeGreaterThanOrEqual(0.98);
    expect(mean(judged, 'precision')).toBeGreaterThanOrEqual(0.95);
    expect(mean(judged, 'first')).toBeGreaterThanOrEqual(0.95);
    expect(site.problems()).toEqual([]);
  },
);

function describeFault({ query, recall, precision, first, found }: Quality): string {
  return `${query.kind} ${query.query}: recall ${recall}, precision ${precision}, first ${first}: ${found.join(' ')}`;
}
