/** Bases (Obsidian help, “Bases syntax”): views of notes, as YAML in a `.base` file or in a block. */
import { parseDocument } from 'yaml';
import type { Filter, Query } from '../../../query.ts';
import { type Expression, readExpression } from './expression.ts';
import { filterOf, isNothing, propertyKey } from './filter.ts';
import { readTokens } from './tokens.ts';

/** A view of a base: what to ask, or why that cannot be shown. */
export interface BaseView {
  readonly name: string;
  /** Null where the view is of a kind, or has a filter, that only Obsidian understands. */
  readonly query: Query | null;
  /** What is left out: columns and orders by formulas, as the author wrote them. */
  readonly omitted: readonly string[];
}

interface Base {
  readonly filter: Filter | null;
  readonly formulas: ReadonlyMap<string, Expression | null>;
  readonly labels: ReadonlyMap<string, string>;
}

/** The views of a base, in order; null where the source is no base at all. */
export function readBase(source: string): BaseView[] | null {
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const base = mapOf(document.toJS({ maxAliasCount: 50 }));
  const shared: Base = {
    filter: readFilter(base['filters']),
    formulas: new Map(
      Object.entries(mapOf(base['formulas'])).map(([name, text]) => [name, parse(text)]),
    ),
    labels: new Map(
      Object.entries(mapOf(base['properties'])).map(([key, value]) => [
        key,
        textAt(value, 'displayName'),
      ]),
    ),
  };
  const views = Array.isArray(base['views']) ? base['views'] : [{ type: 'table' }];
  return views.map((view) => readView(mapOf(view), shared));
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Record<string, unknown>) : {};
}

function textAt(value: unknown, key: string): string {
  const text = mapOf(value)[key];
  return typeof text === 'string' ? text : '';
}

function parse(source: unknown): Expression | null {
  const tokens = readTokens(String(source), { dashes: false });
  return tokens && readExpression(tokens);
}

/** A text, or lists below `and`, `or` and `not`; nothing at all lets every note through. */
function readFilter(value: unknown): Filter | null {
  if (value === undefined || value === null || value === '') return { op: 'all' };
  if (typeof value === 'string') {
    const expression = parse(value);
    return expression && filterOf(expression);
  }
  const entries = Object.entries(mapOf(value)).map(([key, items]) => readGroup(key, items));
  return allOf(entries);
}

function readGroup(key: string, items: unknown): Filter | null {
  const filters = (Array.isArray(items) ? items : [items]).map(readFilter);
  const of = filters.filter((filter) => filter !== null);
  if (of.length !== filters.length) return null;
  if (key === 'not') return { op: 'not', of: { op: 'or', of } };
  return key === 'and' || key === 'or' ? { op: key, of } : null;
}

function allOf(filters: readonly (Filter | null)[]): Filter | null {
  const of = filters.filter((filter) => filter !== null && filter.op !== 'all');
  const known = of.filter((filter) => filter !== null);
  if (filters.includes(null)) return null;
  const [only] = known;
  if (!only) return { op: 'all' };
  return known.length === 1 ? only : { op: 'and', of: known };
}

function readView(view: Readonly<Record<string, unknown>>, base: Base): BaseView {
  const type = textAt(view, 'type') || 'table';
  const name = textAt(view, 'name') || (type === 'cards' ? 'Cards' : 'Table');
  const filter = allOf([base.filter, readFilter(view['filters'])]);
  if (!filter || isNothing(filter) || (type !== 'table' && type !== 'cards' && type !== 'list')) {
    return { name, query: null, omitted: [] };
  }
  const omitted: string[] = [];
  const keyOf = (property: string): string | null => {
    const key = columnKey(property, base);
    if (key === null && !omitted.includes(property)) omitted.push(property);
    return key;
  };
  const limit = view['limit'];
  const image = textAt(view, 'image');
  const imageKey = image === '' ? null : keyOf(image);
  const query: Query = {
    of: 'notes',
    filter,
    sort: readSort(view['sort'], keyOf),
    limit: typeof limit === 'number' && limit > 0 ? limit : null,
    sample: null,
    group: readGroupKey(view['groupBy'], keyOf),
    view: type,
    columns: readColumns(view['order'], base, keyOf),
    ...(imageKey !== null && { image: imageKey }),
  };
  return { name, query, omitted };
}

/** The key of a property as bases write it: 'file.name', 'note.x', 'x' or 'formula.x'. */
function columnKey(property: string, base: Base): string | null {
  if (property === 'file.name' || property === 'file.file' || property === 'file.basename')
    return 'title';
  if (property === 'file.tags') return 'tags';
  if (!property.startsWith('formula.')) return propertyKey(property);
  const formula = base.formulas.get(property.slice('formula.'.length));
  return formula?.kind === 'field' ? propertyKey(formula.path) : null;
}

type KeyOf = (property: string) => string | null;

function readColumns(order: unknown, base: Base, keyOf: KeyOf): Query['columns'] {
  const names = Array.isArray(order) ? order.map(String) : [];
  const columns = names.flatMap((name) => {
    const key = keyOf(name);
    return key === null ? [] : [{ key, label: labelOf(name, base) }];
  });
  return columns.length > 0 ? columns : [{ key: 'title', label: 'Name' }];
}

function labelOf(name: string, base: Base): string {
  const plain = name.replace(/^(?:note|formula)\./u, '');
  const label = base.labels.get(name) || base.labels.get(`note.${plain}`) || base.labels.get(plain);
  return label || plain.replace(/^file\./u, 'file ');
}

function readSort(sort: unknown, keyOf: KeyOf): Query['sort'] {
  const entries = Array.isArray(sort) ? sort : [];
  return entries.flatMap((entry) => {
    const key = keyOf(textAt(entry, 'property') || textAt(entry, 'column'));
    const descending = textAt(entry, 'direction').toUpperCase() === 'DESC';
    return key === null ? [] : [{ key, descending }];
  });
}

function readGroupKey(group: unknown, keyOf: KeyOf): string | null {
  const property = typeof group === 'string' ? group : textAt(group, 'property');
  return property === '' ? null : keyOf(property);
}
