/** Searches on the built site's search page, and compares the results with the expected ones. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page as BrowserPage } from 'playwright-core';
import type { Page } from '../garden/page.ts';
import { type PageEntry, pageRecordFile, recordFiles } from '../garden/record-files.ts';
import { type SearchRecord, searchRecordOf } from '../search/cut/record.ts';
import type { QualityQuery, QueryKind } from './search-queries.ts';

export interface Quality {
  readonly query: QualityQuery;
  readonly found: readonly string[];
  /** Shares between 0 and 1. */
  readonly recall: number;
  readonly precision: number;
  /** 1 where one of the best notes came first. */
  readonly first: number;
}

/** The records of a garden that the import wrote. */
export async function readGarden(folder: string): Promise<SearchRecord[]> {
  const index = JSON.parse(
    await readFile(join(folder, recordFiles.index), 'utf8'),
  ) as readonly PageEntry[];
  const records = index.map(async ({ id }) => {
    const text = await readFile(join(folder, pageRecordFile(id)), 'utf8');
    return searchRecordOf(JSON.parse(text) as Page);
  });
  return (await Promise.all(records)).filter((record) => record !== null);
}

/** Types a query on the search page; permalinks of what it lists, in order. */
export async function searchFor(page: BrowserPage, query: string): Promise<readonly string[]> {
  await page.locator('.search-panel input').fill(query);
  const done = page.locator(
    `[data-search-results][data-state="done"][data-query=${JSON.stringify(query)}]`,
  );
  await done.waitFor({ state: 'attached' });
  return done
    .locator('[data-permalink]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-permalink') ?? ''));
}

/** How good an answer is. Precision of an answer that is rightly empty is 1. */
export function judge(
  query: QualityQuery,
  found: readonly string[],
  garden: readonly SearchRecord[],
): Quality {
  const right = new Set(
    garden.filter((record) => isRight(record, query)).map(({ permalink }) => permalink),
  );
  const hits = found.filter((permalink) => right.has(permalink)).length;
  const isEmpty = right.size === 0;
  return {
    query,
    found,
    recall: isEmpty ? 1 : hits / right.size,
    precision: found.length === 0 ? Number(isEmpty) : hits / found.length,
    first: isEmpty ? Number(found.length === 0) : Number(query.best.includes(found[0] ?? '')),
  };
}

/** The mean of one measure. */
export function mean(
  qualities: readonly Quality[],
  measure: 'recall' | 'precision' | 'first',
): number {
  return qualities.reduce((sum, quality) => sum + quality[measure], 0) / qualities.length;
}

/** Qualities by the kind of their queries. */
export function byKind(qualities: readonly Quality[]): Map<QueryKind, Quality[]> {
  return Map.groupBy(qualities, ({ query }) => query.kind);
}

function isRight({ title, aliases, tags, sections }: SearchRecord, { has }: QualityQuery): boolean {
  if (has.length === 0) return false;
  const texts = sections.flatMap(({ heading, text }) => [heading, text]);
  const text = [title, ...aliases, ...tags, ...texts].join('\n');
  return has.every((pattern) => pattern.test(text));
}
