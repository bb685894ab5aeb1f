/** Queries of Dataview and views of bases: their rows as a list, tasks, cards or a table. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Handlers } from 'mdast-util-to-hast';
import type { ExpressionQueryNode, ExpressionValue } from '../../body.ts';
import type { ExpressionQuery, QueryColumn } from '../../expression.ts';
import { wholeOf } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import {
  type Answer,
  type AnswerGroup,
  type AnswerRow,
  answerExpression,
  answerExpressionQuery,
} from '../../resolve/expression/answer.ts';
import type { QuerySite } from '../../resolve/expression/surroundings.ts';
import { isList, type Value } from '../../resolve/expression/value.ts';
import { publicSource, withoutPrivateNames } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';
import { rowLine } from './query-cells.ts';
import { scrolling } from './tables.ts';
import { cellNodes, pictureOf, valueNodes } from './value-nodes.ts';

export function expressionHandlers(context: RenderContext): Handlers {
  return {
    expressionQuery: (_state, node: ExpressionQueryNode) => box(context, node),
    expressionValue: (_state, node: ExpressionValue) => inline(context, node),
  };
}

function siteOf(context: RenderContext, language: QuerySite['language'], id: string): QuerySite {
  const { garden } = context.rendering;
  return {
    garden: wholeOf(garden),
    language,
    own: garden.notes.get(id),
    // Only pages that ask for the day are made again on the next one.
    today: () => garden.today ?? '',
    publicText: (entry, text) => withoutPrivateNames(garden, entry, text),
  };
}

function inline(context: RenderContext, node: ExpressionValue): ElementContent[] {
  const site = siteOf(context, 'dataview', context.entry.id);
  const [value, around] = answerExpression(site, node.expression);
  const nodes = valueNodes(context, value, around);
  // What has no value is told as Dataview tells it.
  return nodes.length > 0 ? nodes : [{ type: 'text', value: '-' }];
}

function box(context: RenderContext, node: ExpressionQueryNode): Element {
  const { query } = node;
  const { garden, texts } = context.rendering;
  const site = siteOf(context, query.language, context.queryNote);
  const answer = answerExpressionQuery(site, query);
  const title = publicSource(garden, context.entry, node.title);
  const count = answer.count === 1 ? texts.oneRow : fillIn(texts.rows, { n: answer.count });
  const parts = answer.groups.flatMap((group) => [
    ...groupHead(context, query, group, answer),
    ...(group.rows.length > 0 ? [rowsOf(context, query, group, answer)] : []),
  ]);
  const element = h('div.query', { dataView: query.view }, [
    h('div.query-title', [
      title === '' ? count : title,
      title === '' ? null : h('small', ` ${count}`),
    ]),
    ...parts,
    ...(answer.count === 0 ? [h('p', texts.noRows)] : []),
  ]);
  // The rows are searched on their own pages.
  return notSearched(element);
}

function groupHead(
  context: RenderContext,
  { group }: ExpressionQuery,
  { key }: AnswerGroup,
  { around }: Answer,
): Element[] {
  if (group === null) return [];
  const value = valueNodes(context, key, around);
  const shown: ElementContent[] = value.length > 0 ? value : [{ type: 'text', value: '–' }];
  return [h('div.query-group', [h('small', `${group.label} `), ...shown])];
}

function rowsOf(
  context: RenderContext,
  query: ExpressionQuery,
  group: AnswerGroup,
  answer: Answer,
): Element {
  if (query.view === 'table') return table(context, query.columns, group, answer);
  if (query.view === 'cards') return cards(context, query.columns, group, answer);
  return query.view === 'tasks'
    ? tasks(context, group.rows, answer)
    : list(context, query, group.rows, answer);
}

function table(
  context: RenderContext,
  columns: readonly QueryColumn[],
  { rows, summaries }: AnswerGroup,
  { around, groups, totals }: Answer,
): Element {
  const isLast = groups.at(-1)?.rows === rows;
  const head = columns.map(({ label }) => {
    return h('th', { scope: 'col' }, shownLabel(context, label));
  });
  const body = rows.map(({ row, cells }) =>
    h(
      'tr',
      columns.map((column, index) =>
        h('td', cellNodes(context, row, column.value, cells[index] ?? null, around)),
      ),
    ),
  );
  const feet = [summaries, isLast ? totals : []]
    .filter((values) => values.length > 0)
    .map((values) => summaryRow(context, columns, values, around));
  return scrolling(context, [
    h('table', [
      h('thead', [h('tr', head)]),
      h('tbody', body),
      feet.length > 0 ? h('tfoot', feet) : null,
    ]),
  ]);
}

function summaryRow(
  context: RenderContext,
  columns: readonly QueryColumn[],
  values: readonly Value[],
  around: Answer['around'],
): Element {
  const cells = values.map((value, index) => {
    const summary = columns[index]?.summary;
    if (value === null || summary === undefined) return h('td');
    const name = typeof summary === 'string' ? [h('small', `${titled(summary)} `)] : [];
    return h('td', [...name, ...valueNodes(context, value, around)]);
  });
  return h('tr', cells);
}

/** A label that is an expression as it is written may hold a private name. */
function shownLabel({ rendering, entry }: RenderContext, label: string): string {
  return publicSource(rendering.garden, entry, label);
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function cards(
  context: RenderContext,
  columns: readonly QueryColumn[],
  { rows }: AnswerGroup,
  { around, picture }: Answer,
): Element {
  const items = rows.map(({ row, cells }) => {
    const [first, ...others] = columns.map((column, index) => ({
      label: shownLabel(context, column.label),
      nodes: cellNodes(context, row, column.value, cells[index] ?? null, around),
    }));
    const facts = others
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ label, nodes }) => h('div', [h('dt', label), h('dd', nodes)]));
    return h('li', [
      ...pictureOf(context, picture(row), around),
      h('div', first?.nodes ?? []),
      facts.length === 0 ? null : h('dl.properties', facts),
    ]);
  });
  return h('ul.query-cards', items);
}

/** Dataview: `row: value`; bases: the values one after another. */
function list(
  context: RenderContext,
  { columns, language }: ExpressionQuery,
  rows: readonly AnswerRow[],
  { around }: Answer,
): Element {
  const items = rows.map(({ row, cells }) => {
    const shown = columns.flatMap((column, index): ElementContent[][] => {
      const value = cells[index] ?? null;
      const nodes =
        isList(value) && language === 'dataview'
          ? inner(context, value, around)
          : cellNodes(context, row, column.value, value, around);
      return nodes.length > 0 ? [nodes] : [];
    });
    const sign = language === 'dataview' ? ': ' : ' · ';
    return h(
      'li',
      shown.flatMap((nodes, index): ElementContent[] => {
        return index === 0 ? nodes : [{ type: 'text', value: sign }, ...nodes];
      }),
    );
  });
  return h('ul', items);
}

/** A list inside of an item. */
function inner(
  context: RenderContext,
  values: readonly Value[],
  around: Answer['around'],
): ElementContent[] {
  const items = values.map((value) => h('li', valueNodes(context, value, around)));
  return items.length === 0 ? [] : [h('ul', items)];
}

/** Tasks as they stand in their notes; those of a group below its key. */
function tasks(context: RenderContext, rows: readonly AnswerRow[], answer: Answer): Element {
  const items = rows.flatMap(({ row, cells }): ElementContent[] => {
    const members = row.names?.get('rows') ?? null;
    if (row.block !== undefined) {
      const id = row.key.slice('note:'.length);
      return [h('li', rowLine(context, { id, block: row.block, group: '' }))];
    }
    const inside = isList(members) ? members : [];
    const rowsInside = inside.flatMap((member) => {
      const isRow = typeof member === 'object' && member !== null && 'type' in member;
      return isRow && member.type === 'page' ? [{ row: member, cells: [member] }] : [];
    });
    const key = valueNodes(context, row.names?.get('key') ?? cells[0] ?? null, answer.around);
    return [h('li', [h('span.query-group', key), tasks(context, rowsInside, answer)])];
  });
  return h('ul', items);
}
