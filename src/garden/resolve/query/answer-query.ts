/** Answers queries over the published notes. */
import { compareText } from '../../diagnostic.ts';
import type { Garden } from '../../garden.ts';
import { fingerprint } from '../../hash.ts';
import type { Query } from '../../query.ts';
import { compareValues, plainValues } from './compare-values.ts';
import { fieldOf } from './field.ts';
import { testOf } from './filter.ts';
import { blocksAround, type Candidate, candidatesOf, type QueryRow } from './query-row.ts';

/**
 * The rows of `query` in the block `own` ('' for none) of the note with the id `from`: filtered, then sampled, sorted, grouped and cut
 * to the limit. Without a sort, rows are in order of id and block. A block whose parent is a row is not
 * a row itself, nor is the query's own block, as in Logseq. Tags are no rows: see `tagsOfPages`. A sample is always the same for the same garden.
 */
export function answerQuery(
  garden: Garden,
  query: Query,
  from: string,
  own = '',
): readonly QueryRow[] {
  const test = testOf(query.filter, garden, garden.notes.get(from)?.note);
  const isOwn = ({ entry, block }: Candidate) =>
    own !== '' && entry.id === from && block?.fragment === own;
  if (query.of === 'tags') return [];
  const candidates = candidatesOf(garden, query.of).filter((row) => !isOwn(row));
  const matching = withoutNested(candidates.filter(test));
  const sampled = query.sample === null ? matching : sample(matching, query.sample);
  const rows = sorted(sampled, query).map((candidate) => ({
    id: candidate.entry.id,
    block: candidate.index,
    group: query.group === null ? '' : groupOf(candidate, query.group),
  }));
  const grouped =
    query.group === null ? rows : rows.sort((a, b) => compareValues(a.group, b.group));
  return query.limit === null ? grouped : grouped.slice(0, Math.max(0, query.limit));
}

function withoutNested(rows: readonly Candidate[]): readonly Candidate[] {
  const blocks = new Set(rows.map(({ block }) => block));
  return rows.filter(
    (row) => !blocksAround(row).some((around) => around !== row.block && blocks.has(around)),
  );
}

/** `size` rows chosen by the fingerprints of their ids. */
function sample(rows: readonly Candidate[], size: number): readonly Candidate[] {
  const drawn = rows
    .map((row) => ({ row, lot: fingerprint(`${row.entry.id} ${row.index}`) }))
    .sort((a, b) => compareText(a.lot, b.lot))
    .slice(0, Math.max(0, size));
  const chosen = new Set(drawn.map(({ row }) => row));
  return rows.filter((row) => chosen.has(row));
}

function sorted(rows: readonly Candidate[], { sort }: Query): readonly Candidate[] {
  if (sort.length === 0) return rows;
  const keyed = rows.map((row) => ({ row, keys: sort.map(({ key }) => sortKey(row, key)) }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of sort.entries()) {
      const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function sortKey(row: Candidate, key: string): string | null {
  return plainValues(fieldOf(row, key))[0] ?? null;
}

/** Rows without a value are last in either direction. */
function compareKeys(a: string | null, b: string | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? compareValues(b, a) : compareValues(a, b);
}

/** The group's displayed name: the value in the author's spelling. */
function groupOf(row: Candidate, key: string): string {
  const value = fieldOf(row, key);
  const first = typeof value === 'object' && value !== null ? value[0] : value;
  return first === null || first === undefined ? '' : String(first).replace(/^\[\[|\]\]$/g, '');
}
