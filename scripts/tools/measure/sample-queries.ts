/** Queries drawn from a garden's own text with a fixed seed: words, pairs of characters, both. */
import { seededRandom } from '../../../src/draw/mermaid/seeded-random.ts';
import type { SearchRecord } from '../../../src/search/cut/record.ts';

export function sampleQueries(records: readonly SearchRecord[], count: number): string[] {
  const random = seededRandom(7);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const queries: string[] = [];
  for (let tries = 0; queries.length < count && tries < count * 50; tries += 1) {
    const text = (pick(records)?.sections ?? []).map((section) => section.text).join(' ');
    const run = pick(text.match(/\p{Script=Han}{2,}/gu) ?? []) ?? '';
    const start = Math.floor(random() * Math.max(1, run.length - 1));
    const pair = run.slice(start, start + 2);
    const word = pick(text.match(/[A-Za-z]{4,}/g) ?? []) ?? '';
    const query = [pair, word, pair, `${pair} ${word}`][queries.length % 4]?.trim();
    if (query) queries.push(query);
  }
  return queries;
}
