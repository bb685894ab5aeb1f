/** What search costs readers and the build, for gardens of different sizes. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../../src/e2e/browser.ts';
import { readGarden } from '../../../src/e2e/search-quality.ts';
import type { SearchRecord } from '../../../src/search/cut/record.ts';
import { type CountingServer, countingServer } from './counting-server.ts';
import { writeFlexSearchSite } from './flexsearch-site.ts';
import { indexInChild } from './index-memory.ts';
import { sampleQueries } from './sample-queries.ts';

export interface CostRow {
  readonly notes: number;
  readonly engine: 'this site' | 'FlexSearch';
  readonly firstKilobytes: number;
  readonly firstMilliseconds: number;
  /** Median and 95th percentile of later queries. */
  readonly laterKilobytes: readonly [number, number];
  readonly laterMilliseconds: readonly [number, number];
  readonly indexSeconds: number;
  readonly indexMegabytes: number;
}

const queryCount = 41;

/**
 * Measures search over the records in `garden`, with the client of the site built in `site`, beside
 * FlexSearch over the same text.
 */
export async function measureCost(garden: string, site: string): Promise<CostRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'search-cost-'));
  try {
    const records = await readGarden(garden);
    for (const part of ['_astro', 'fonts', 'search', '404.html']) {
      await cp(join(site, part), join(folder, part), { recursive: true });
    }
    const cost = await indexInChild(
      { records: garden, cache: join(folder, 'cache'), textsPerFile: null },
      folder,
    );
    await writeFlexSearchSite(records, join(folder, 'flexsearch'));
    const queries = sampleQueries(records, queryCount);
    const ours = await inBrowser(folder, (page, server) => measureOurs(page, server, queries));
    const theirs = await inBrowser(folder, (page, server) => measureFlex(page, server, queries));
    const build = { indexSeconds: cost.seconds, indexMegabytes: cost.megabytes };
    return [
      row(records, 'this site', ours, build),
      row(records, 'FlexSearch', theirs, { indexSeconds: Number.NaN, indexMegabytes: Number.NaN }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Sample {
  readonly kilobytes: number;
  readonly milliseconds: number;
}

type Build = Pick<CostRow, 'indexSeconds' | 'indexMegabytes'>;

function row(
  records: readonly SearchRecord[],
  engine: CostRow['engine'],
  [first, ...later]: readonly Sample[],
  build: Build,
): CostRow {
  return {
    notes: records.length,
    engine,
    firstKilobytes: first?.kilobytes ?? 0,
    firstMilliseconds: first?.milliseconds ?? 0,
    laterKilobytes: spread(later.map(({ kilobytes }) => kilobytes)),
    laterMilliseconds: spread(later.map(({ milliseconds }) => milliseconds)),
    ...build,
  };
}

async function inBrowser<Result>(
  folder: string,
  measure: (page: Page, server: CountingServer) => Promise<Result>,
): Promise<Result> {
  const server = await countingServer(folder);
  const browser = await startBrowser();
  try {
    return await measure(await browser.context.newPage(), server);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** From the key that opens the dialog to complete results. */
async function measureOurs(
  page: Page,
  server: CountingServer,
  queries: readonly string[],
): Promise<Sample[]> {
  await page.goto(`${server.origin}/404.html`, { waitUntil: 'networkidle' });
  server.count();
  await page.keyboard.press('Control+k');
  const samples: Sample[] = [];
  for (const query of queries) {
    samples.push(
      await sample(server, async () => {
        await page.locator('.search-panel input').fill(query);
        const done = `[data-search-results][data-state="done"][data-query=${JSON.stringify(query)}]`;
        await page.locator(done).waitFor({ state: 'attached', timeout: 120_000 });
      }),
    );
  }
  return samples;
}

async function measureFlex(
  page: Page,
  server: CountingServer,
  queries: readonly string[],
): Promise<Sample[]> {
  await page.goto(`${server.origin}/flexsearch/`);
  await page.waitForFunction('window.ready');
  const samples: Sample[] = [];
  for (const [index, query] of queries.entries()) {
    const find = `window.find(${JSON.stringify(query)}).length`;
    const script = index === 0 ? `window.open_().then(() => ${find})` : find;
    samples.push(await sample(server, () => page.evaluate(script)));
  }
  return samples;
}

async function sample(server: CountingServer, act: () => Promise<unknown>): Promise<Sample> {
  const start = performance.now();
  await act();
  const milliseconds = performance.now() - start;
  return { kilobytes: server.count().bytes / 1000, milliseconds };
}

function spread(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return [at(0.5), at(0.95)];
}
