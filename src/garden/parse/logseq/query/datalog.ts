/**
 * Datalog of `#+BEGIN_QUERY` that the query language can say as well, with Logseq's own rules (`task`,
 * `page-ref`, `between` …) and the patterns that its manual teaches.
 */
import { ownValue } from '../../../own-value.ts';
import type { Filter } from '../../../query.ts';
import { isRelativeDay } from '../../../relative-day.ts';
import { type Edn, ednEntry, ednKey } from '../edn/edn.ts';

/** What a clause says of variables, as far as it is known before all clauses are read. */
interface Facts {
  /** Value of each variable that `:inputs` or a clause gives. */
  readonly values: Map<string, string>;
  /** Variables of pages by the variable of their block, and of markers, days and names. */
  readonly roles: Map<string, 'marker' | 'day' | 'refs' | 'page' | 'priority'>;
  readonly filters: Filter[];
  readonly pageName: (written: string) => string;
  readonly bounds: { from: string; to: string };
}

/** Reads the map of a query. Returns its filter, or the clause that cannot be expressed. */
export function readDatalog(
  map: Edn,
  pageName: (written: string) => string,
): { readonly filter: Filter } | { readonly unread: string } {
  const query = ednEntry(map, 'query');
  if (query?.kind !== 'vector') return { unread: ':query' };
  const parts = partsOf(query.items);
  const facts: Facts = {
    values: inputsOf(map, parts.get('in') ?? []),
    roles: new Map(),
    filters: [],
    pageName,
    bounds: { from: '', to: '' },
  };
  const clauses = parts.get('where') ?? [];
  // Patterns say what a variable is; predicates then say what it must be.
  for (const clause of clauses) learnRoles(clause, facts);
  for (const clause of clauses) {
    if (!readClause(clause, facts)) return { unread: written(clause) };
  }
  const { from, to } = facts.bounds;
  if (from !== '' || to !== '') {
    const bounds = { from: from || '0000-01-01', to: to || '9999-12-31' };
    facts.filters.push({ op: 'between', key: 'journal', ...bounds });
  }
  const [first, ...others] = facts.filters;
  if (first === undefined) return { unread: ':where' };
  return { filter: others.length === 0 ? first : { op: 'and', of: facts.filters } };
}

function partsOf(items: readonly Edn[]): Map<string, Edn[]> {
  const parts = new Map<string, Edn[]>();
  let part: Edn[] = [];
  for (const item of items) {
    if (item.kind === 'keyword') {
      part = [];
      parts.set(item.name, part);
    } else part.push(item);
  }
  return parts;
}

/** Values of `:in $ ?start ?today`, given by `:inputs [:7d :today]`. */
function inputsOf(map: Edn, names: readonly Edn[]): Map<string, string> {
  const inputs = ednEntry(map, 'inputs');
  const given = inputs?.kind === 'vector' ? inputs.items : [];
  const variables = names.map(ednKey).filter((name) => name.startsWith('?'));
  return new Map(variables.map((name, index) => [name, inputValue(given[index])]));
}

/** `:7d-before` and `:7d` are days before today, `:7d-after` and `:+7d` after it. */
function inputValue(input: Edn | undefined): string {
  const name = input === undefined ? '' : ednKey(input);
  const [, before, sign = '', count, unit, after] =
    /^((?:-)?)([+-]?)(\d+)([ymwd])(-before|-after)?(?:-ms)?$/.exec(name) ?? [];
  if (count === undefined || before === undefined) return name.replace(/-page$/, '');
  return `${after === '-after' || sign === '+' ? '+' : '-'}${count}${unit}`;
}

function learnRoles(clause: Edn, { roles }: Facts): void {
  if (clause.kind !== 'vector' || clause.items.length !== 3) return;
  const [, attribute, value] = clause.items.map(ednKey);
  const role = ownValue(rolesByAttribute, attribute ?? '');
  if (role !== undefined && value?.startsWith('?')) roles.set(value, role);
}

const rolesByAttribute: Readonly<Record<string, 'marker' | 'day' | 'refs' | 'page' | 'priority'>> =
  {
    'block/marker': 'marker',
    'block/journal-day': 'day',
    'page/journal-day': 'day',
    'block/refs': 'refs',
    'block/path-refs': 'refs',
    'block/page': 'page',
    'block/priority': 'priority',
  };

function readClause(clause: Edn, facts: Facts): boolean {
  if (clause.kind === 'list') return readRule(clause.items, facts);
  if (clause.kind !== 'vector') return false;
  const [first] = clause.items;
  if (clause.items.length === 1 && first?.kind === 'list') return readPredicate(first.items, facts);
  return clause.items.length === 3 && readPattern(clause.items, facts);
}

function readPattern(items: readonly Edn[], facts: Facts): boolean {
  const [entity = '', attribute = '', value = ''] = items.map((item) => givenValue(item, facts));
  if (attribute === 'block/journal?' || attribute === 'page/journal?') {
    facts.bounds.from ||= '0000-01-01';
    return true;
  }
  const role = ownValue(rolesByAttribute, attribute);
  if (role !== undefined)
    return value.startsWith('?') || add(filterOf(role, [value], facts), facts);
  if (attribute !== 'block/name' && attribute !== 'block/original-name') return false;
  const of = facts.roles.get(entity);
  return (of === 'refs' || of === 'page') && add(filterOf(of, [value], facts), facts);
}

function filterOf(role: string, values: readonly string[], { pageName }: Facts): Filter | null {
  const [first = ''] = values;
  if (role === 'marker') return { op: 'task', markers: values.map((each) => each.toUpperCase()) };
  if (role === 'priority') return { op: 'priority', priorities: [...values] };
  if (role === 'refs') return { op: 'link', name: pageName(first) };
  return role === 'page' ? { op: 'page', name: pageName(first) } : null;
}

/** `[(contains? #{"NOW"} ?marker)]`, `[(>= ?d ?start)]`, `[(= ?name "x")]`. */
function readPredicate(items: readonly Edn[], facts: Facts): boolean {
  const [operator = '', left = '', right = ''] = items.map((item) => givenValue(item, facts));
  if (operator === 'contains?') {
    const role = facts.roles.get(right) ?? '';
    return add(filterOf(role, setOf(items[1]), facts), facts);
  }
  const role = facts.roles.get(left) ?? '';
  if (operator === '=') return add(filterOf(role, [right], facts), facts);
  if (role !== 'day' || !isRelativeDay(right)) return false;
  if (operator === '>=' || operator === '>') facts.bounds.from = right;
  else if (operator === '<=' || operator === '<') facts.bounds.to = right;
  else return false;
  return true;
}

function readRule(items: readonly Edn[], facts: Facts): boolean {
  const [head, ...rest] = items;
  const operator = head === undefined ? '' : ednKey(head);
  if (operator === 'and') return rest.every((clause) => readClause(clause, facts));
  if (operator === 'not' || operator === 'or') return readNested(operator, rest, facts);
  const words = rest.slice(1).map((item) => givenValue(item, facts));
  const [first = '', second] = words;
  switch (operator) {
    case 'task':
      return add(filterOf('marker', wordsOf(rest[1], first), facts), facts);
    case 'priority':
      return add(filterOf('priority', wordsOf(rest[1], first), facts), facts);
    case 'page-ref':
      return add(filterOf('refs', [first], facts), facts);
    case 'page':
      return add(filterOf('page', [first], facts), facts);
    case 'namespace':
      return add({ op: 'namespace', name: facts.pageName(first) }, facts);
    case 'page-tags':
      return add(anyOf(wordsOf(rest[1], first).map((name) => ({ op: 'tag', name }))), facts);
    case 'property':
    case 'page-property':
      return add(propertyFilter(operator === 'property' ? 'block' : 'note', first, second), facts);
    case 'between':
      return second !== undefined && add(daysBetween(first, second), facts);
    default:
      return false;
  }
}

/** Clauses inside `not` and `or`, each with the roles of the variables outside. */
function readNested(operator: 'not' | 'or', clauses: readonly Edn[], facts: Facts): boolean {
  const filters: Filter[] = [];
  for (const clause of clauses) {
    const inside: Facts = { ...facts, filters: [], bounds: { from: '', to: '' } };
    learnRoles(clause, inside);
    if (!readClause(clause, inside) || inside.filters.length === 0) return false;
    filters.push(
      inside.filters.length === 1
        ? (inside.filters[0] as Filter)
        : { op: 'and', of: inside.filters },
    );
  }
  const all =
    operator === 'or'
      ? anyOf(filters)
      : { op: 'not' as const, of: { op: 'and' as const, of: filters } };
  return add(all, facts);
}

function daysBetween(from: string, to: string): Filter | null {
  const areDays = isRelativeDay(from) && isRelativeDay(to);
  return areDays ? { op: 'between', key: 'journal', from, to } : null;
}

function propertyFilter(of: 'block' | 'note', key: string, value: string | undefined): Filter {
  const compare = value === undefined ? 'exists' : 'contains';
  return { op: 'property', of, key: key.replaceAll('_', '-'), compare, value: value ?? '' };
}

function anyOf(of: Filter[]): Filter | null {
  return of.length > 1 ? { op: 'or', of } : (of[0] ?? null);
}

function add(filter: Filter | null, facts: Facts): boolean {
  if (filter !== null) facts.filters.push(filter);
  return filter !== null;
}

function setOf(item: Edn | undefined): string[] {
  const isMany = item?.kind === 'set' || item?.kind === 'vector';
  return isMany ? item.items.map(ednKey) : [];
}

function wordsOf(item: Edn | undefined, single: string): string[] {
  const many = setOf(item);
  return many.length > 0 ? many : [single];
}

function givenValue(item: Edn, { values }: Facts): string {
  const name = item.kind === 'number' ? String(item.number) : ednKey(item);
  return values.get(name) ?? name;
}

/** A clause as one reads it, for the message. */
function written(clause: Edn): string {
  if (clause.kind === 'list' || clause.kind === 'vector' || clause.kind === 'set') {
    const inside = clause.items.map(written).join(' ');
    return clause.kind === 'list' ? `(${inside})` : `[${inside}]`;
  }
  if (clause.kind === 'number') return String(clause.number);
  if (clause.kind === 'keyword') return `:${clause.name}`;
  return ednKey(clause) || '…';
}
