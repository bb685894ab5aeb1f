/** Bases (Obsidian help, “Bases syntax”): views of notes, as YAML in a `.base` file or in a block. */
import { parseDocument } from 'yaml';
import { ownValue } from '../../../own-value.ts';
import type { Filter, Query } from '../../../query.ts';
import { type Expression, readExpression } from './expression.ts';
import { filterOf, isNothing } from './filter.ts';
import { keyOf, type NamedFormulas } from './formula.ts';
import { propertyKey } from './keys.ts';
import { readTokens } from './tokens.ts';

/** A view of a base: its query, and the parts that cannot be shown. */
export interface BaseView {
  readonly name: string;
  /** Null where the view is of a kind, or has a filter, that only Obsidian understands. */
  readonly query: Query | null;
  /** Parts that are left out: columns and sorts by formulas as written, summaries, files. */
  readonly omitted: readonly string[];
}

interface Base {
  readonly filter: Filter | null;
  readonly formulas: NamedFormulas;
  readonly labels: ReadonlyMap<string, string>;
}

/** The views of a base, in order; null where the source is not a base. */
export function readBase(source: string): BaseView[] | null {
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const base = mapOf(document.toJS({ maxAliasCount: 50 }));
  const formulas = mapValues(base['formulas'], parse);
  const labels = mapValues(base['properties'], (value) => textAt(value, 'displayName'));
  const shared: Base = { filter: readFilter(base['filters'], formulas), formulas, labels };
  const views = Array.isArray(base['views']) ? base['views'] : [{ type: 'table' }];
  return views.map((view) => readView(mapOf(view), shared));
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Record<string, unknown>) : {};
}

function mapValues<Value>(map: unknown, read: (value: unknown) => Value): Map<string, Value> {
  return new Map(Object.entries(mapOf(map)).map(([key, value]) => [key, read(value)]));
}

function textAt(value: unknown, key: string): string {
  const text = ownValue(mapOf(value), key);
  return typeof text === 'string' ? text : '';
}

function parse(source: unknown): Expression | null {
  const tokens = readTokens(String(source), { dashes: false });
  return tokens && readExpression(tokens);
}

/** A text, or lists below `and`, `or` and `not`; without a filter every note matches. */
function readFilter(value: unknown, formulas: NamedFormulas): Filter | null {
  if (value === undefined || value === null || value === '') return { op: 'all' };
  if (typeof value === 'string') {
    const expression = parse(value);
    return expression && filterOf(expression, formulas);
  }
  const entries = Object.entries(mapOf(value)).map(([key, items]) =>
    readGroup(key, items, formulas),
  );
  return allOf(entries);
}

function readGroup(key: string, items: unknown, formulas: NamedFormulas): Filter | null {
  const filters = (Array.isArray(items) ? items : [items]).map((item) =>
    readFilter(item, formulas),
  );
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
  const filter = allOf([base.filter, readFilter(view['filters'], base.formulas)]);
  if (!filter || isNothing(filter) || (type !== 'table' && type !== 'cards' && type !== 'list')) {
    return { name, query: null, omitted: [] };
  }
  const omitted = unlisted(view, filter);
  const known: KeyOf = (property) => {
    const key = columnKey(property, base);
    if (key === null && !omitted.includes(property)) omitted.push(property);
    return key;
  };
  const limit = view['limit'];
  const image = textAt(view, 'image');
  const imageKey = image === '' ? null : known(image);
  const query: Query = {
    of: 'notes',
    filter,
    sort: readSort(view['sort'], known),
    limit: typeof limit === 'number' && limit > 0 ? limit : null,
    sample: null,
    group: readGroupKey(view['groupBy'], known),
    view: type,
    columns: readColumns(view['order'], base, known),
    ...(imageKey !== null && { image: imageKey }),
  };
  return { name, query, omitted };
}

/** What Obsidian shows besides the rows of notes: summaries, and other files. */
function unlisted(view: Readonly<Record<string, unknown>>, filter: Filter): string[] {
  const summaries = Object.keys(mapOf(view['summaries']));
  const omitted = summaries.map((property) => `summary of ${property}`);
  // Without a filter a base lists the vault's pictures and files, too.
  return filter.op === 'all' ? [...omitted, 'files that are no notes'] : omitted;
}

/** The key of a property as bases write it: 'file.name', 'note.x', 'x' or 'formula.x'. */
function columnKey(property: string, base: Base): string | null {
  if (property === 'file.name' || property === 'file.file' || property === 'file.basename')
    return 'title';
  if (property === 'file.tags') return 'tags';
  if (!property.startsWith('formula.')) return propertyKey(property);
  const formula = base.formulas.get(property.slice('formula.'.length));
  return formula ? keyOf(formula, base.formulas) : null;
}

type KeyOf = (property: string) => string | null;

function readColumns(order: unknown, base: Base, known: KeyOf): Query['columns'] {
  const names = Array.isArray(order) ? order.map(String) : [];
  const columns = names.flatMap((name) => {
    const key = known(name);
    return key === null ? [] : [{ key, label: labelOf(name, base) }];
  });
  return columns.length > 0 ? columns : [{ key: 'title', label: 'Name' }];
}

function labelOf(name: string, base: Base): string {
  const plain = name.replace(/^(?:note|formula)\./u, '');
  const label = base.labels.get(name) || base.labels.get(`note.${plain}`) || base.labels.get(plain);
  return label || plain.replace(/^file\./u, 'file ');
}

function readSort(sort: unknown, known: KeyOf): Query['sort'] {
  const entries = Array.isArray(sort) ? sort : [];
  return entries.flatMap((entry) => {
    const key = known(textAt(entry, 'property') || textAt(entry, 'column'));
    const descending = textAt(entry, 'direction').toUpperCase() === 'DESC';
    return key === null ? [] : [{ key, descending }];
  });
}

function readGroupKey(group: unknown, known: KeyOf): string | null {
  const property = typeof group === 'string' ? group : textAt(group, 'property');
  return property === '' ? null : known(property);
}
