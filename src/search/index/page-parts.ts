/** Which pages are indexed together, as a part of the index: after an edit only the part of its page is made again. */
import { bucketOf } from '../../system/disk.ts';

/** Pages in a part, at most: fewer cost less after an edit, more cost less when all are indexed. */
const maxPages = 200;
/** A smaller garden has as many parts as cost nothing to put together, each with so many pages at least. */
const fewParts = 16;
const minPages = 50;

/**
 * Ids of all pages that can be found, in parts. Within a part they are sorted, so that their order does not
 * matter. A page stays in its part as long as the garden is about as large.
 */
export function pageParts(ids: readonly string[]): readonly (readonly string[])[] {
  const count = countOfParts(ids.length);
  const parts = Array.from({ length: count }, (): string[] => []);
  for (const id of ids) parts[bucketOf(id, count)]?.push(id);
  return parts.map((part) => part.sort());
}

function countOfParts(pages: number): number {
  const needed = Math.ceil(Math.log2(pages / maxPages));
  const possible = Math.floor(Math.log2(pages / minPages));
  return 2 ** Math.max(0, needed, Math.min(Math.log2(fewParts), possible));
}
