/** Queries: their rows as a list, tasks, cards or a table. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Handlers } from 'mdast-util-to-hast';
import type { QueryNode } from '../../body.ts';
import { wholeOf } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { Query } from '../../query.ts';
import { answerQuery } from '../../resolve/query/answer-query.ts';
import { dependsOnToday, onDay } from '../../resolve/query/query-dates.ts';
import type { QueryRow } from '../../resolve/query/query-row.ts';
import { totalsOf } from '../../resolve/query/totals.ts';
import { withoutPrivateNames } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';
import { cardPicture, queryCell, rowLine } from './query-cells.ts';
import { scrolling } from './tables.ts';
import { tagsOfPages } from './tag-query.ts';

export function queryHandlers(context: RenderContext): Handlers {
  return { query: (_state, node: QueryNode) => answer(context, node) };
}

function answer(context: RenderContext, node: QueryNode): Element {
  const { query } = node;
  if (query.of === 'tags') return tagsOfPages(context);
  const { garden, texts } = context.rendering;
  const isDated = dependsOnToday(query.filter);
  const today = isDated ? (garden.today ?? '') : '';
  const filter = isDated ? onDay(query.filter, today || '0000-01-01') : query.filter;
  const rows = answerQuery(wholeOf(garden), { ...query, filter }, context.queryNote, context.block);
  // The title is the name of a namespace, which may be private if it has no public pages.
  const isHidden = query.filter.op === 'namespace' && rows.length === 0;
  const title = isHidden ? '' : withoutPrivateNames(garden, context.entry, node.title);
  const count = rows.length === 1 ? texts.oneRow : fillIn(texts.rows, { n: rows.length });
  const box = h('div.query', { dataView: query.view }, [
    h('div.query-title', [
      title === '' ? count : title,
      title === '' ? null : h('small', ` ${count}`),
    ]),
    ...grouped(rows).flatMap(([group, members]) => [
      ...(group === '' ? [] : [h('div.query-group', group)]),
      rowsOf(context, query, members),
    ]),
    ...(rows.length === 0 ? [h('p', texts.noRows)] : []),
    ...totals(context, query, rows),
    ...(today === '' ? [] : [h('p.query-date', [fillIn(texts.asOf, { day: today })])]),
  ]);
  // The rows are searched on their own pages.
  return notSearched(box);
}

function totals(context: RenderContext, query: Query, rows: readonly QueryRow[]): Element[] {
  if (query.totals === undefined) return [];
  const values = totalsOf(wholeOf(context.rendering.garden), query.totals, rows);
  const facts = values.map(({ of, key, value }) =>
    h('div', [h('dt', key === '' ? of : `${of} ${key}`), h('dd', value)]),
  );
  return [h('dl.properties', facts)];
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

function rowsOf(context: RenderContext, query: Query, rows: readonly QueryRow[]): Element {
  if (query.view === 'table') return table(context, query, rows);
  return query.view === 'cards' ? cards(context, query, rows) : list(context, query, rows);
}

function list(context: RenderContext, query: Query, rows: readonly QueryRow[]): Element {
  const items = rows.map((row) => {
    const more = otherColumns(query)
      .map(({ key }) => queryCell(context, row, key))
      .filter((cell) => cell.length > 0)
      .flatMap((cell): ElementContent[] => [{ type: 'text', value: ' · ' }, ...cell]);
    return h('li', [...rowLine(context, row), ...more]);
  });
  return h('ul', items);
}

function cards(context: RenderContext, query: Query, rows: readonly QueryRow[]): Element {
  const items = rows.map((row) => {
    const facts = otherColumns(query)
      .map(({ key, label }) => ({ label: label || key, cell: queryCell(context, row, key) }))
      .filter(({ cell }) => cell.length > 0)
      .map(({ label, cell }) => h('div', [h('dt', label), h('dd', cell)]));
    const list = facts.length === 0 ? [] : [h('dl.properties', facts)];
    return h('li', [
      ...cardPicture(context, row, query.image),
      h('div', rowLine(context, row)),
      ...list,
    ]);
  });
  return h('ul.query-cards', items);
}

function otherColumns(query: Query): Query['columns'] {
  return query.columns.filter(({ key }) => !namesRow.has(key));
}

/** Columns that a row's line shows already. */
const namesRow = new Set(['title', 'block', 'page', 'file.link', 'file.name']);

function table(context: RenderContext, query: Query, rows: readonly QueryRow[]): Element {
  const columns = query.columns.length > 0 ? query.columns : usualColumns(context, query);
  const head = columns.map(({ label, key }) => h('th', { scope: 'col' }, label || key));
  const body = rows.map((row) =>
    h(
      'tr',
      columns.map(({ key }) => h('td', queryCell(context, row, key))),
    ),
  );
  return scrolling(context, [h('table', [h('thead', [h('tr', head)]), h('tbody', body)])]);
}

function usualColumns(context: RenderContext, query: Query): { key: string; label: string }[] {
  const { texts } = context.rendering;
  const page = { key: 'page', label: texts.title };
  return query.of === 'notes' ? [page] : [{ key: 'block', label: texts.block }, page];
}
