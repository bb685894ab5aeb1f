/**
 * Gives the filters of a Pagefind index a fixed order. Pagefind 1.5 lists filters and their values in
 * the order of a hash map, which differs from run to run. The format is that of `pagefind_web`.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import { compareText } from '../../garden/diagnostic.ts';
import { nameOf, readPacked, writePacked } from './packed-files.ts';

/** Name of a filter and of its file. */
export type FilterEntry = readonly [string, string];
/** Name of a filter, then each value with the numbers of its pages. */
type Filter = readonly [string, readonly (readonly [string, readonly number[]])[]];

/** Rewrites the filters in `folder`, each sorted by value. @returns their entries, sorted by name. */
export async function sortFilters(
  filters: readonly FilterEntry[],
  folder: string,
): Promise<FilterEntry[]> {
  const sorted: FilterEntry[] = [];
  for (const [name, file] of filters.toSorted(([a], [b]) => compareText(a, b))) {
    const location = join(folder, `${file}.pf_filter`);
    const [title, values] = decode(await readPacked(location)) as Filter;
    const bytes = encode([title, values.toSorted(([a], [b]) => compareText(a, b))]);
    await rm(location);
    const newFile = nameOf(bytes, new Set(sorted.map(([, known]) => known)));
    await writePacked(join(folder, `${newFile}.pf_filter`), bytes);
    sorted.push([name, newFile]);
  }
  return sorted;
}
