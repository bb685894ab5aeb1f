/**
 * Dataview's query language (Dataview help, “Query Structure”): LIST, TABLE and TASK over the
 * facts of the garden. A query that uses anything else is rejected, so that no answer is wrong.
 */
import type { Filter, Query } from '../../../query.ts';
import { type Expression, readExpression } from './expression.ts';
import { filterOf } from './filter.ts';
import { keyOf } from './formula.ts';
import { readTokens, type Token } from './tokens.ts';

type Column = Query['columns'][number];

const plain = { sort: [], limit: null, sample: null, group: null, columns: [] } as const;

/** The query that a ```dataview block holds, or null where it is not supported. */
export function readDataview(source: string): Query | null {
  const tokens = readTokens(source, { dashes: true });
  const clauses = tokens && splitClauses(tokens);
  if (!clauses) return null;
  const head = readHead(source, clauses.head);
  const filter = readFilter(clauses);
  const sort = readSort(clauses.sort);
  const limit = readLimit(clauses.limit);
  const group = readGroup(clauses.group);
  if (!head || !filter || !sort || limit === undefined || group === undefined) return null;
  const tasks: Filter = { op: 'and', of: [{ op: 'task', markers: [] }, filter] };
  return { ...plain, ...head, filter: head.view === 'tasks' ? tasks : filter, sort, limit, group };
}

interface Clauses {
  readonly head: readonly Token[];
  readonly from: readonly Token[];
  readonly where: readonly (readonly Token[])[];
  readonly sort: readonly Token[];
  readonly group: readonly Token[];
  readonly limit: readonly Token[];
}

function splitClauses(tokens: readonly Token[]): Clauses | null {
  const parts: { name: string; tokens: Token[] }[] = [{ name: 'head', tokens: [] }];
  for (const token of tokens) {
    const name = token.kind === 'word' ? token.text.toLowerCase() : '';
    const isClause = ['from', 'where', 'sort', 'group', 'limit', 'flatten'].includes(name);
    if (isClause) parts.push({ name, tokens: [] });
    else parts.at(-1)?.tokens.push(token);
  }
  const all = (name: string): Token[][] =>
    parts.filter((part) => part.name === name).map((part) => part.tokens);
  const only = ['head', 'from', 'sort', 'group', 'limit'];
  if (all('flatten').length > 0 || only.some((name) => all(name).length > 1)) return null;
  const [head = [], from = [], sort = [], group = [], limit = []] = only.map(
    (name) => all(name)[0],
  );
  return { head, from, where: all('where'), sort, group, limit };
}

function readHead(
  source: string,
  tokens: readonly Token[],
): Pick<Query, 'of' | 'view' | 'columns'> | null {
  const [type, ...rest] = tokens;
  const withoutId = isWord(rest[0], 'without') && isWord(rest[1], 'id');
  const list = splitList(withoutId ? rest.slice(2) : rest);
  const named = list.map((item) => readColumn(source, item));
  const columns = named.filter((column) => column !== null);
  if (columns.length !== named.length) return null;
  const title: Column = { key: 'title', label: 'File' };
  const all = withoutId ? columns : [title, ...columns];
  if (isWord(type, 'table')) return { of: 'notes', view: 'table', columns: all };
  if (isWord(type, 'list'))
    return { of: 'notes', view: 'list', columns: columns.length > 0 ? all : [] };
  if (isWord(type, 'task') && list.length === 0)
    return { of: 'blocks', view: 'tasks', columns: [] };
  return null;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}

function splitList(tokens: readonly Token[]): Token[][] {
  if (tokens.length === 0) return [];
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const sign = token.kind === 'sign' ? token.text : '';
    if ('([{'.includes(sign) && sign !== '') depth += 1;
    if (')]}'.includes(sign) && sign !== '') depth -= 1;
    if (sign === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

/** `expression`, or `expression AS label`. */
function readColumn(source: string, tokens: readonly Token[]): Column | null {
  const as = tokens.findIndex((token) => isWord(token, 'as'));
  const body = as < 0 ? tokens : tokens.slice(0, as);
  const label =
    as < 0
      ? ''
      : tokens
          .slice(as + 1)
          .map(({ text }) => text)
          .join(' ');
  const expression = readExpression(body);
  const key = expression && keyOf(expression);
  if (key === null) return null;
  const [first, last] = [body[0], body.at(-1)];
  const written = first && last ? source.slice(first.offset, last.offset + last.text.length) : '';
  return { key, label: label || written };
}

function readFilter({ from, where }: Clauses): Filter | null {
  const sources = from.length > 0 ? [readSource(readExpression(from))] : [];
  const conditions = where.map((tokens) => {
    const expression = readExpression(tokens);
    return expression && filterOf(expression);
  });
  const filters = [...sources, ...conditions];
  const of = filters.filter((filter) => filter !== null);
  if (of.length !== filters.length) return null;
  const [only] = of;
  if (of.length === 0) return { op: 'all' };
  return of.length === 1 && only ? only : { op: 'and', of };
}

/** Tags, folders in quotes, links and their combinations; '' matches every note. */
function readSource(source: Expression | null): Filter | null {
  if (source?.kind === 'tag' || source?.kind === 'link') return filterOf(source);
  if (source?.kind === 'value' && typeof source.value === 'string') return folder(source.value);
  if (source?.kind === 'not') {
    const of = readSource(source.of);
    return of && { op: 'not', of };
  }
  if (source?.kind !== 'binary') return null;
  const [left, right] = [readSource(source.left), readSource(source.right)];
  if (!left || !right) return null;
  if (['and', '&&', '&'].includes(source.sign)) return { op: 'and', of: [left, right] };
  // `#a -#b` without a word between them leaves out, too.
  if (source.sign === '-') return { op: 'and', of: [left, { op: 'not', of: right }] };
  return ['or', '||', '|'].includes(source.sign) ? { op: 'or', of: [left, right] } : null;
}

function folder(path: string): Filter {
  if (path === '' || path === '/') return { op: 'all' };
  return path.endsWith('.md') ? { op: 'page', name: path } : { op: 'folder', path };
}

function readSort(tokens: readonly Token[]): Query['sort'] | null {
  const keys = splitList(tokens).map((item) => {
    const last = item.at(-1)?.text.toLowerCase() ?? '';
    const direction = /^(?:asc|desc)(?:ending)?$/u.test(last);
    const expression = readExpression(direction ? item.slice(0, -1) : item);
    const key = expression && keyOf(expression);
    return key === null ? null : { key, descending: direction && last.startsWith('desc') };
  });
  const sort = keys.filter((key) => key !== null);
  return sort.length === keys.length ? sort : null;
}

function readLimit(tokens: readonly Token[]): number | null | undefined {
  const [only, ...rest] = tokens;
  if (!only) return null;
  return only.kind === 'number' && rest.length === 0 ? Number(only.text) : undefined;
}

/** `GROUP BY field`, possibly with a name, which is not shown. */
function readGroup(tokens: readonly Token[]): string | null | undefined {
  if (tokens.length === 0) return null;
  if (!isWord(tokens[0], 'by')) return undefined;
  const as = tokens.findIndex((token) => isWord(token, 'as'));
  const expression = readExpression(tokens.slice(1, as < 0 ? undefined : as));
  const key = expression && keyOf(expression);
  return key === null ? undefined : key;
}
