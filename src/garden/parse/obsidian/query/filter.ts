/** Converts expressions into filters that the garden can answer; null for unsupported ones, never a guess. */

import { ownValue } from '../../../own-value.ts';
import type { Filter } from '../../../query.ts';
import { readWikiReference } from '../wiki-link/reference.ts';
import { callFilter } from './call-filter.ts';
import type { Expression } from './expression.ts';
import { constant, existence, isThis } from './filter-parts.ts';
import { formulaFrom, type NamedFormulas } from './formula.ts';
import { propertyKey, textOf } from './keys.ts';

type Compare = Extract<Filter, { op: 'property' }>['compare'];

const compares: Readonly<Record<string, Compare>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** The filter of an expression, or null; `named` are the formulas that it may use. */
export function filterOf(expression: Expression, named: NamedFormulas = new Map()): Filter | null {
  const filter = plainFilter(expression, named);
  if (filter) return filter;
  const formula = formulaFrom(expression, named);
  return formula && { op: 'formula', formula };
}

/** Filters of a known form; any other expression is computed as a formula. */
function plainFilter(expression: Expression, named: NamedFormulas): Filter | null {
  switch (expression.kind) {
    case 'binary':
      return binaryFilter(expression, named);
    case 'not': {
      const of = filterOf(expression.of, named);
      return of && { op: 'not', of };
    }
    case 'call':
      return callFilter(expression);
    case 'field':
      return truthFilter(expression.path);
    case 'tag':
      return { op: 'tag', name: expression.name };
    case 'link':
      return { op: 'link', name: readWikiReference(expression.name).name };
    case 'value':
      return typeof expression.value === 'boolean' ? constant(expression.value) : null;
    case 'list':
      return null;
  }
}

/** Whether a filter can match no note: such a view shows files of other kinds in Obsidian. */
export function isNothing(filter: Filter): boolean {
  if (filter.op === 'and') return filter.of.some(isNothing);
  if (filter.op === 'or') return filter.of.every(isNothing);
  return filter.op === 'not' && isEverything(filter.of);
}

function isEverything(filter: Filter): boolean {
  if (filter.op === 'and') return filter.of.every(isEverything);
  if (filter.op === 'or') return filter.of.some(isEverything);
  return filter.op === 'all' || (filter.op === 'not' && isNothing(filter.of));
}

/** `completed` of a task, or a property that exists and is not false. */
function truthFilter(path: string): Filter | null {
  if (path === 'completed' || path === 'checked') return { op: 'task', markers: ['x'] };
  const key = propertyKey(path);
  if (key === null) return null;
  const exists: Filter = { op: 'property', of: 'note', key, compare: 'exists', value: '' };
  const isFalse: Filter = { op: 'property', of: 'note', key, compare: '=', value: 'false' };
  return { op: 'and', of: [exists, { op: 'not', of: isFalse }] };
}

function binaryFilter(
  { sign, left, right }: Extract<Expression, { kind: 'binary' }>,
  named: NamedFormulas,
): Filter | null {
  if (['and', '&&', '&', 'or', '||', '|'].includes(sign)) {
    const filters = [filterOf(left, named), filterOf(right, named)];
    const of = filters.filter((filter) => filter !== null);
    return of.length === 2 ? { op: /^[a&]/u.test(sign) ? 'and' : 'or', of } : null;
  }
  const compare = ownValue(compares, sign);
  if (!compare) return null;
  if (left.kind === 'field') return comparison(left.path, compare, right);
  return right.kind === 'field' ? comparison(right.path, mirrored[compare] ?? compare, left) : null;
}

const mirrored: Partial<Record<Compare, Compare>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function comparison(path: string, compare: Compare, to: Expression): Filter | null {
  if (/^file\.(?:path|name|file|link)$/u.test(path) && isThis(to)) {
    const own: Filter = { op: 'page', name: '' };
    if (compare === '=') return own;
    return compare === '!=' ? { op: 'not', of: own } : null;
  }
  if (path === 'file.ext' || path === 'file.extension') return extensionFilter(compare, to);
  const key = propertyKey(path);
  if (key === null) return null;
  if (to.kind === 'value' && to.value === null) return existence(key, compare);
  const value = textOf(to);
  if (value === null) return null;
  if (key === 'status') return statusFilter(compare, value);
  return { op: 'property', of: 'note', key, compare, value };
}

/** Rows are notes, whose files end in `.md`. */
function extensionFilter(compare: Compare, to: Expression): Filter | null {
  if (compare !== '=' && compare !== '!=') return null;
  return constant((textOf(to) === 'md') === (compare === '='));
}

/** Dataview calls the character in a check box its status. */
function statusFilter(compare: Compare, value: string): Filter | null {
  const own: Filter = { op: 'property', of: 'note', key: 'status', compare, value };
  if (value.length !== 1 || (compare !== '=' && compare !== '!=')) return own;
  const task: Filter = { op: 'task', markers: [value] };
  return compare === '=' ? task : { op: 'not', of: task };
}
