/** Logseq's query language (`{{query (and [[a]] (task TODO))}}`) read into the neutral form. */
import type { Filter, Query } from '../../../query.ts';
import { isRelativeDay } from '../../../relative-day.ts';
import { type Edn, ednEntry, ednKey, readEdn } from '../edn/edn.ts';
import { bareName } from '../properties/property-lines.ts';
import { readDatalog } from './datalog.ts';
import { readDsl, referenceSign } from './dsl.ts';
import { readVariable } from './variables.ts';

/** How a block's properties (`query-table` and others) ask for the rows of its query. */
export interface QueryView {
  readonly table: boolean;
  readonly columns: readonly string[];
  readonly sortBy: string;
  readonly descending: boolean;
}

/** How names and dates in a query are read. */
export interface QueryNames {
  readonly pageName: (written: string) => string;
  /** ISO date of a journal's name, or null. */
  readonly dateOf: (written: string) => string | null;
}

/** What a query contains besides its filter. */
interface Reading extends QueryNames {
  /** The first part that cannot be read, as written; '' for none. */
  unread: string;
  sort: { key: string; descending: boolean }[];
  sample: number | null;
}

/** Reads a query. Returns the part that only Logseq can answer where there is one ('' for all of it). */
export function readQuery(
  source: string,
  view: QueryView,
  names: QueryNames,
): Query | { readonly unread: string } {
  const reading: Reading = { ...names, sort: [], sample: null, unread: '' };
  if (source.trim() === '(all-page-tags)') return { ...queryOf({ op: 'all' }, view), of: 'tags' };
  const form = readDsl(source);
  const filter = form ? readFilter(form, reading) : null;
  if (!filter || filter === 'nothing') return { unread: reading.unread };
  const sort = reading.sort.length > 0 ? reading.sort : sortOf(view);
  return { ...queryOf(filter, view), sort, sample: reading.sample };
}

/** Reads the map of a `#+BEGIN_QUERY`: datalog, or a query of the simple language. */
export function readQueryMap(
  source: string,
  view: QueryView,
  names: QueryNames,
): Query | { readonly unread: string } {
  const map = readEdn(source).value;
  if (map === null || ednEntry(map, 'query') === null) return { unread: ':query' };
  for (const key of ['result-transform', 'view', 'remove-block-children?']) {
    if (ednEntry(map, key)?.kind === 'list') return { unread: `:${key}` };
  }
  const at = source.indexOf(':query') + ':query'.length;
  const simple = ednEntry(map, 'query');
  if (simple?.kind === 'list')
    return readQuery(source.slice(at, readEdn(source, at).end), view, names);
  const read = readDatalog(map, names.pageName);
  return 'unread' in read ? read : { ...queryOf(read.filter, view), sort: sortOf(view) };
}

/** The query of a filter as its block wants it shown. */
export function queryOf(filter: Filter, view: QueryView): Query {
  return {
    of: isOfNotes(filter) ? 'notes' : 'blocks',
    filter,
    sort: [],
    limit: null,
    sample: null,
    group: null,
    view: view.table ? 'table' : 'list',
    columns: view.columns.map((key) => ({ key: columnKey(key), label: key })),
  };
}

function sortOf({ sortBy, descending }: QueryView): Query['sort'] {
  return sortBy === '' ? [] : [{ key: sortBy, descending }];
}

function readFilter(form: Edn, reading: Reading): Filter | 'nothing' | null {
  if (form.kind === 'string') return readTerm(form.text, reading);
  if (form.kind === 'symbol' || form.kind === 'number') {
    return { op: 'text', text: form.kind === 'symbol' ? form.name : String(form.number) };
  }
  if (form.kind !== 'list') return null;
  const [head, ...rest] = form.items;
  const operator = head ? ednKey(head).toLowerCase() : '';
  switch (operator) {
    case 'and':
    case 'or':
      return readJunction(operator, rest, reading);
    case 'not':
      return readNegation(rest, reading);
    case 'sort-by':
      return readSort(rest, reading);
    case 'sample':
      reading.sample = rest[0]?.kind === 'number' ? rest[0].number : null;
      return 'nothing';
    case 'between':
      return readBetween(rest, reading);
    default:
      return readPredicate(operator, rest.flatMap(names), reading);
  }
}

function readTerm(text: string, reading: Reading): Filter | null {
  if (!text.startsWith(referenceSign)) return { op: 'text', text };
  return namedPage('link', text.slice(1), reading);
}

/** A filter on a page that is named, or that a variable stands for. */
function namedPage(op: 'link' | 'page', word: string, reading: Reading): Filter | null {
  const variable = readVariable(word);
  if (variable?.kind === 'day') return { op, name: '', day: variable.day };
  if (variable?.kind === 'current page') return { op, name: '' };
  if (variable === null) return { op, name: reading.pageName(word) };
  reading.unread ||= word;
  return null;
}

function readJunction(op: 'and' | 'or', forms: Edn[], reading: Reading): Filter | 'nothing' | null {
  const filters = forms.map((form) => readFilter(form, reading));
  if (filters.includes(null)) return null;
  const of = filters.filter((filter): filter is Filter => filter !== null && filter !== 'nothing');
  if (of.length > 1) return { op, of };
  return of[0] ?? (forms.length > 0 ? { op: 'all' } : 'nothing');
}

function readNegation(forms: Edn[], reading: Reading): Filter | 'nothing' | null {
  const of = readJunction('and', forms, reading);
  return of && of !== 'nothing' ? { op: 'not', of } : of;
}

function readSort(forms: Edn[], reading: Reading): 'nothing' {
  const [key = '', order = 'desc'] = forms.flatMap(names);
  if (key !== '') reading.sort.push({ key: propertyKey(key), descending: order !== 'asc' });
  return 'nothing';
}

/** Days of journals, or days relative to that of the build. */
function readBetween(forms: Edn[], reading: Reading): Filter | null {
  const words = forms.flatMap(names).map((word) => bareName(unsigned(word)));
  const dates = words.map((word) => {
    const variable = readVariable(word);
    if (variable?.kind === 'day') return variable.day;
    return isRelativeDay(word) ? word : reading.dateOf(word);
  });
  const [from, to] = dates.filter((date) => date !== null);
  if (!from || !to || dates.at(-1) === null) {
    reading.unread ||= `(between ${words.join(' ')})`;
    return null;
  }
  const key = dates[0] === null ? propertyKey(words[0] ?? '') : 'journal';
  const isInOrder = isRelativeDay(from) || isRelativeDay(to) || from < to;
  return { op: 'between', from: isInOrder ? from : to, to: isInOrder ? to : from, key };
}

function readPredicate(operator: string, words: string[], reading: Reading): Filter | null {
  const plain = words.map(unsigned);
  const [first = '', second] = plain;
  switch (operator) {
    case 'task':
    case 'todo':
      return { op: 'task', markers: plain.map((marker) => marker.toUpperCase()) };
    case 'priority':
      return { op: 'priority', priorities: plain.map((priority) => priority.toUpperCase()) };
    case 'property':
      return propertyFilter('block', first, second);
    case 'page-property':
      return propertyFilter('note', first, second);
    case 'page-tags':
    case 'tags':
      return anyOf(plain.map((name) => ({ op: 'tag', name: reading.pageName(name) })));
    case 'page':
      return namedPage('page', first, reading);
    case 'namespace':
      return { op: 'namespace', name: reading.pageName(first) };
    default:
      reading.unread ||= `(${operator})`;
      return null;
  }
}

function propertyFilter(of: 'block' | 'note', key: string, value: string | undefined): Filter {
  const compare = value === undefined ? 'exists' : 'contains';
  return { op: 'property', of, key: propertyKey(key), compare, value: value ?? '' };
}

function anyOf(of: Filter[]): Filter | null {
  const [first] = of;
  return of.length > 1 ? { op: 'or', of } : (first ?? null);
}

function names(form: Edn): string[] {
  if (form.kind === 'vector' || form.kind === 'list' || form.kind === 'set') {
    return form.items.flatMap(names);
  }
  if (form.kind === 'number') return [String(form.number)];
  if (form.kind === 'boolean') return [String(form.value)];
  return [ednKey(form)].filter((name) => name !== '');
}

function unsigned(word: string): string {
  return word.startsWith(referenceSign) ? word.slice(1) : word;
}

function propertyKey(key: string): string {
  return key.replace(/^:/, '').toLowerCase().replaceAll('_', '-');
}

/** Rows are pages where every condition is one on pages. */
function isOfNotes(filter: Filter): boolean {
  if (filter.op === 'and' || filter.op === 'or') return filter.of.every(isOfNotes);
  if (filter.op === 'not') return isOfNotes(filter.of);
  if (filter.op === 'property') return filter.of === 'note';
  return filter.op === 'tag' || filter.op === 'namespace';
}

function columnKey(key: string): string {
  if (key === 'page') return 'title';
  if (key === 'created-at') return 'created';
  return key === 'updated-at' ? 'modified' : key;
}
