/** How good search is on the garden's own queries, compared with Pagefind's defaults. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../../src/e2e/browser.ts';
import {
  byKind,
  judge,
  mean,
  type Quality,
  readGarden,
  searchFor,
} from '../../../src/e2e/search-quality.ts';
import { qualityQueries } from '../../../src/e2e/search-queries.ts';
import { countingServer } from './counting-server.ts';

export interface QualityRow {
  readonly kind: string;
  readonly queries: number;
  /** Recall, precision, best first: of Pagefind's defaults from an English page, then of this site. */
  readonly before: readonly [number, number, number];
  readonly after: readonly [number, number, number];
}

type Asking = (page: Page, query: string) => Promise<readonly string[]>;

/** Measures the site built in `site` from the records in `garden`, from a page in `lang`. */
export async function measureQuality(
  garden: string,
  site: string,
  lang: string,
): Promise<QualityRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'search-quality-'));
  const server = await countingServer(folder);
  const browser = await startBrowser();
  try {
    await cp(site, folder, { recursive: true });
    await indexAsItComes(folder);
    const records = await readGarden(garden);
    const known = new Set(records.map(({ permalink }) => permalink));
    const run = async (ask: Asking) => {
      const page = await browser.context.newPage();
      await page.goto(`${server.origin}/search/`);
      await page.evaluate(`document.documentElement.lang = ${JSON.stringify(lang)}`);
      const judged: Quality[] = [];
      for (const query of qualityQueries) {
        const found = await ask(page, query.query);
        judged.push(
          judge(
            query,
            found.filter((permalink) => known.has(permalink)),
            records,
          ),
        );
      }
      return judged;
    };
    return rows(await run(askPagefind), await run(searchFor));
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pagefind over the built pages without any setting: one index for each language. */
async function indexAsItComes(folder: string): Promise<void> {
  const { index } = await pagefind.createIndex();
  await index?.addDirectory({ path: folder });
  await index?.writeFiles({ outputPath: join(folder, 'pagefind-as-it-comes') });
  await pagefind.close();
}

async function askPagefind(page: Page, query: string): Promise<readonly string[]> {
  const urls = await page.evaluate(`(async () => {
    const pagefind = await import('/pagefind-as-it-comes/pagefind.js');
    const { results } = await pagefind.search(${JSON.stringify(query)});
    const pages = await Promise.all(results.map((result) => result.data()));
    return pages.map((page) => new URL(page.url, location.origin).pathname);
  })()`);
  return (urls as readonly string[]).map(decodeURI);
}

function rows(before: readonly Quality[], after: readonly Quality[]): QualityRow[] {
  const beforeByKind = byKind(before);
  const kinds = [...byKind(after)].map(([kind, judged]) =>
    row(kind, beforeByKind.get(kind) ?? [], judged),
  );
  return [...kinds, row('all', before, after)];
}

function row(kind: string, before: readonly Quality[], after: readonly Quality[]): QualityRow {
  return { kind, queries: after.length, before: means(before), after: means(after) };
}

function means(judged: readonly Quality[]): [number, number, number] {
  return [mean(judged, 'recall'), mean(judged, 'precision'), mean(judged, 'first')];
}
