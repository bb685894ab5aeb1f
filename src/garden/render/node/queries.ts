/** Queries: the rows that the garden gives, as a list, tasks, cards or a table. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Handlers } from 'mdast-util-to-hast';
import type { QueryNode } from '../../body.ts';
import type { Query } from '../../query.ts';
import { answerQuery } from '../../resolve/query/answer-query.ts';
import type { QueryRow } from '../../resolve/query/query-row.ts';
import type { Place } from '../place.ts';
import { fill } from '../words.ts';
import { queryCell, rowLine } from './query-cells.ts';
import { scrolling } from './tables.ts';

export function queryHandlers(place: Place): Handlers {
  return { query: (_state, node: QueryNode) => answer(place, node) };
}

function answer(place: Place, { title, query }: QueryNode): Element {
  const { garden, words } = place.rendering;
  const rows = answerQuery(garden, query, place.entry.id);
  const count = rows.length === 1 ? words.oneRow : fill(words.rows, { n: rows.length });
  const box = h('div.query', { dataView: query.view }, [
    h('div.query-title', [
      title === '' ? count : title,
      title === '' ? null : h('small', ` ${count}`),
    ]),
    ...grouped(rows).flatMap(([group, members]) => [
      ...(group === '' ? [] : [h('div.query-group', group)]),
      query.view === 'table' || (query.view === 'cards' && query.columns.length > 1)
        ? table(place, query, members)
        : list(place, query, members),
    ]),
  ]);
  // What it lists is searched where it is written.
  box.data = { unsearched: true };
  return box;
}

function grouped(rows: readonly QueryRow[]): [string, QueryRow[]][] {
  const groups = new Map<string, QueryRow[]>();
  for (const row of rows) {
    const known = groups.get(row.group);
    if (known === undefined) groups.set(row.group, [row]);
    else known.push(row);
  }
  return [...groups];
}

function list(place: Place, query: Query, rows: readonly QueryRow[]): Element {
  const items = rows.map((row) => {
    const more = query.columns
      .filter(({ key }) => !namesRow.has(key))
      .map(({ key }) => queryCell(place, row, key))
      .filter((cell) => cell.length > 0)
      .flatMap((cell): ElementContent[] => [{ type: 'text', value: ' · ' }, ...cell]);
    return h('li', [...rowLine(place, row), ...more]);
  });
  return h('ul', items);
}

/** Columns that a list's line shows already. */
const namesRow = new Set(['title', 'block', 'page', 'file.link', 'file.name']);

function table(place: Place, query: Query, rows: readonly QueryRow[]): Element {
  const columns = query.columns.length > 0 ? query.columns : usualColumns(place, query);
  const head = columns.map(({ label, key }) => h('th', { scope: 'col' }, label || key));
  const body = rows.map((row) =>
    h(
      'tr',
      columns.map(({ key }) => h('td', queryCell(place, row, key))),
    ),
  );
  return scrolling(place, [h('table', [h('thead', [h('tr', head)]), h('tbody', body)])]);
}

function usualColumns(place: Place, query: Query): { key: string; label: string }[] {
  const { words } = place.rendering;
  const page = { key: 'page', label: words.title };
  return query.of === 'notes' ? [page] : [{ key: 'block', label: words.block }, page];
}
