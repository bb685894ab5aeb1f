/** Bases (Obsidian help, “Bases syntax”): views of the vault's files, as YAML in a `.base` file or in a block. */
import { parseDocument } from 'yaml';
import type { Expression, ExpressionQuery, QueryColumn, SortKey } from '../../../expression.ts';
import { ownValue } from '../../../own-value.ts';
import { BaseExpressions } from './base-expressions.ts';
import { rowItself } from './dataview.ts';

/** A view of a base: its query, and the parts that cannot be shown. */
export interface BaseView {
  readonly name: string;
  /** Null where the view is of a kind, or has a filter, that is not understood. */
  readonly query: ExpressionQuery | null;
  /** Parts that are not understood: columns, sorts and summaries are left out. */
  readonly omitted: readonly string[];
}

type YamlMap = Readonly<Record<string, unknown>>;

interface Base {
  readonly filters: unknown;
  readonly expressions: BaseExpressions;
  readonly labels: ReadonlyMap<string, string>;
  readonly summaries: YamlMap;
}

/** The views of a base, in order; null where the source is not a base. */
export function readBase(source: string): BaseView[] | null {
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const base = mapOf(document.toJS({ maxAliasCount: 50 }));
  const labels = Object.entries(mapOf(base['properties'])).map(
    ([key, value]) => [key, textAt(value, 'displayName')] as const,
  );
  const shared: Base = {
    filters: base['filters'],
    expressions: new BaseExpressions(mapOf(base['formulas'])),
    labels: new Map(labels),
    summaries: mapOf(base['summaries']),
  };
  const views = Array.isArray(base['views']) ? base['views'] : [{ type: 'table' }];
  return views.map((view) => readView(mapOf(view), shared));
}

function mapOf(value: unknown): YamlMap {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as YamlMap) : {};
}

function textAt(value: unknown, key: string): string {
  const text = ownValue(mapOf(value), key);
  return typeof text === 'string' ? text : '';
}

/** Kinds of views, and how they are shown. A map is the list of its places. */
const kinds: Readonly<Record<string, ExpressionQuery['view']>> = {
  table: 'table',
  cards: 'cards',
  list: 'list',
  map: 'list',
};

function readView(view: YamlMap, base: Base): BaseView {
  const type = textAt(view, 'type') || 'table';
  const name = textAt(view, 'name') || type.slice(0, 1).toUpperCase() + type.slice(1);
  const shown = ownValue(kinds, type);
  if (shown === undefined) return { name, query: null, omitted: [`view of type “${type}”`] };
  const { expressions } = base;
  const faults: string[] = [];
  const filters = [base.filters, view['filters']].map((each) => readFilter(each, base, faults));
  if (faults.length > 0) return { name, query: null, omitted: [...new Set(faults)] };
  const read = (property: string): Expression | null => expressions.property(property, faults);
  const group = readSortKey(view['groupBy'], read);
  const limit = view['limit'];
  const image = textAt(view, 'image');
  const query: ExpressionQuery = {
    language: 'bases',
    rows: 'files',
    source: null,
    steps: [
      ...filters.flatMap((test) => (test ? [{ do: 'where', test } as const] : [])),
      { do: 'sort', by: readSort(view['sort'], read) },
      ...(typeof limit === 'number' && limit > 0
        ? [{ do: 'limit', count: { kind: 'value', value: limit } } as const]
        : []),
    ],
    view: shown,
    columns: readColumns(view, base, read, faults),
    formulas: expressions.formulas,
    group: group && { ...group.key, label: labelOf(group.property, base) },
    image: image === '' ? null : read(image),
  };
  return { name, query, omitted: [...new Set(faults)] };
}

/** A text, or lists below `and`, `or` and `not`; null matches every file. */
function readFilter(value: unknown, base: Base, faults: string[]): Expression | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'object') return base.expressions.read(String(value), faults);
  const groups = Object.entries(mapOf(value)).map(([key, items]) => {
    const list: unknown[] = Array.isArray(items) ? items : [items];
    const tests = list
      .map((item) => readFilter(item, base, faults))
      .filter((test) => test !== null);
    if (key !== 'and' && key !== 'or' && key !== 'not') faults.push(key);
    if (key === 'and') return joined(tests, 'and');
    const any = joined(tests, 'or');
    return key === 'not' && any ? ({ kind: 'not', of: any } as const) : any;
  });
  return joined(
    groups.filter((test) => test !== null),
    'and',
  );
}

function joined(tests: readonly Expression[], sign: 'and' | 'or'): Expression | null {
  const [first, ...rest] = tests;
  if (!first) return null;
  return rest.reduce<Expression>((left, right) => ({ kind: 'binary', sign, left, right }), first);
}

type Read = (property: string) => Expression | null;

function readColumns(view: YamlMap, base: Base, read: Read, faults: string[]): QueryColumn[] {
  const order = view['order'];
  const named = Array.isArray(order) ? order.map(String) : [];
  const place = textAt(view, 'type') === 'map' ? textAt(view, 'coordinates') : '';
  const names = place === '' || named.includes(place) ? named : [...named, place];
  const columns = names.flatMap((name): QueryColumn[] => {
    const value = read(name);
    if (value === null) return [];
    const summary = readSummary(view['summaries'], name, base, faults);
    return [{ value, label: labelOf(name, base), ...(summary !== null && { summary }) }];
  });
  return columns.length > 0 ? columns : [{ value: rowItself, label: 'file name' }];
}

/** The built-in summary's name in lower case, or a formula over `values`. */
function readSummary(
  summaries: unknown,
  name: string,
  base: Base,
  faults: string[],
): string | Expression | null {
  const found = Object.entries(mapOf(summaries)).find(
    ([property]) => property.replace(/^note\./u, '') === name.replace(/^note\./u, ''),
  );
  if (!found) return null;
  const summary = String(found[1]);
  const own = ownValue(base.summaries, summary);
  if (own !== undefined) return base.expressions.read(String(own), faults);
  if (builtInSummaries.has(summary.toLowerCase())) return summary.toLowerCase();
  faults.push(`summary “${summary}”`);
  return null;
}

const builtInSummaries = new Set(
  ['average', 'min', 'max', 'sum', 'range', 'median', 'stddev', 'earliest', 'latest'].concat([
    'checked',
    'unchecked',
    'empty',
    'filled',
    'unique',
  ]),
);

const fileLabels: Readonly<Record<string, string>> = {
  'file.ctime': 'created time',
  'file.mtime': 'modified time',
  'file.ext': 'file extension',
  'file.file': 'file name',
  'file.basename': 'file name',
  'file.folder': 'folder',
};

/** The owner's name of a property, else that which Obsidian shows. */
function labelOf(name: string, base: Base): string {
  const plain = name.replace(/^(?:note|formula)\./u, '');
  const label = base.labels.get(name) || base.labels.get(`note.${plain}`) || base.labels.get(plain);
  return label || ownValue(fileLabels, plain) || plain.replace(/^file\./u, 'file ');
}

function readSort(sort: unknown, read: Read): SortKey[] {
  const entries: unknown[] = Array.isArray(sort) ? sort : [];
  return entries.flatMap((entry) => readSortKey(entry, read)?.key ?? []);
}

function readSortKey(
  entry: unknown,
  read: Read,
): { readonly property: string; readonly key: SortKey } | null {
  const property =
    typeof entry === 'string' ? entry : textAt(entry, 'property') || textAt(entry, 'column');
  const by = property === '' ? null : read(property);
  const descending = textAt(entry, 'direction').toUpperCase() === 'DESC';
  return by && { property, key: { by, descending } };
}
