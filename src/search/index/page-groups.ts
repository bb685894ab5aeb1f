/** Which pages are indexed together: after an edit only the group of its page is indexed again. */
import { bucketOf } from '../../system/disk.ts';

/** Pages in a group, at most: fewer cost less after an edit, more cost less when all are indexed. */
const maxPages = 200;
/** A smaller garden has as many groups as cost nothing to put together, each with so many pages at least. */
const fewGroups = 16;
const minPages = 50;

/**
 * Ids of all pages that can be found, in groups. Within a group they are sorted, so that their order does not
 * matter. A page stays in its group as long as the garden is about as large.
 */
export function pageGroups(ids: readonly string[]): readonly (readonly string[])[] {
  const count = countOfGroups(ids.length);
  const groups = Array.from({ length: count }, (): string[] => []);
  for (const id of ids) groups[bucketOf(id, count)]?.push(id);
  return groups.map((group) => group.sort());
}

function countOfGroups(pages: number): number {
  const needed = Math.ceil(Math.log2(pages / maxPages));
  const possible = Math.floor(Math.log2(pages / minPages));
  return 2 ** Math.max(0, needed, Math.min(Math.log2(fewGroups), possible));
}
