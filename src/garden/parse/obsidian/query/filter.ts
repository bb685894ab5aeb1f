/** Which expressions are filters that the garden can answer. What is not understood is null, never a guess. */
import type { Filter } from '../../../query.ts';
import { readWikiReference } from '../reference.ts';
import type { Expression } from './expression.ts';
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

/** The filter that an expression stands for, or null; `named` are the formulas that it may use. */
export function filterOf(expression: Expression, named: NamedFormulas = new Map()): Filter | null {
  const filter = plainFilter(expression, named);
  if (filter) return filter;
  const formula = formulaFrom(expression, named);
  return formula && { op: 'formula', formula };
}

/** Filters that say what they ask for; anything else is worked out as a formula. */
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

function constant(value: boolean): Filter {
  return value ? { op: 'all' } : { op: 'not', of: { op: 'all' } };
}

/** Whether a filter can let no note through: such a view shows files of other kinds in Obsidian. */
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

/** `completed` of a task, or a property that is there and not false. */
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
  const compare = compares[sign];
  if (!compare) return null;
  if (left.kind === 'field') return comparison(left.path, compare, right);
  return right.kind === 'field' ? comparison(right.path, turned[compare] ?? compare, left) : null;
}

const turned: Partial<Record<Compare, Compare>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function comparison(path: string, compare: Compare, to: Expression): Filter | null {
  if (/^file\.(?:path|name|file|link)$/u.test(path) && isThis(to)) {
    const own: Filter = { op: 'page', name: '' };
    if (compare === '=') return own;
    return compare === '!=' ? { op: 'not', of: own } : null;
  }
  if (path === 'file.ext' || path === 'file.extension') return extensionFilter(compare, to);
  const key = propertyKey(path);
  if (key === null) return null;
  if (to.kind === 'value' && to.value === null) return nothing(key, compare);
  const value = textOf(to);
  if (value === null) return null;
  if (key === 'status') return statusFilter(compare, value);
  return { op: 'property', of: 'note', key, compare, value };
}

function isThis(expression: Expression): boolean {
  return (
    expression.kind === 'field' &&
    /^this(?:\.file(?:\.(?:path|name|link))?)?$/u.test(expression.path)
  );
}

function nothing(key: string, compare: Compare): Filter | null {
  const exists: Filter = { op: 'property', of: 'note', key, compare: 'exists', value: '' };
  if (compare === '!=') return exists;
  return compare === '=' ? { op: 'not', of: exists } : null;
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

/** `contains(a, b)` is `a.contains(b)`. */
function callFilter(call: Extract<Expression, { kind: 'call' }>): Filter | null {
  const [first, ...rest] = call.inputs;
  const of = call.of ?? first;
  const inputs = call.of ? call.inputs : rest;
  if (!of) return null;
  const subject = unwrapped(of);
  if (subject.kind !== 'field') return null;
  const name = call.name.toLowerCase();
  if (subject.path === 'file') return fileFilter(name, inputs);
  if (name === 'isempty' && inputs.length === 0) {
    const key = propertyKey(subject.path);
    return key === null ? null : nothing(key, '=');
  }
  if (['contains', 'icontains', 'econtains', 'containsany', 'containsall'].includes(name)) {
    return anyOrAll(name === 'containsall' ? 'and' : 'or', inputs, (item) =>
      containsFilter(subject.path, item),
    );
  }
  return null;
}

/** `list(x)` is x: a single value counts as a list of one. */
function unwrapped(expression: Expression): Expression {
  const isList = expression.kind === 'call' && expression.name === 'list' && !expression.of;
  return isList ? (expression.inputs[0] ?? expression) : expression;
}

function containsFilter(path: string, item: Expression): Filter | null {
  if (isThis(item)) return askerFilter(path);
  const value = textOf(item);
  if (value === null) return null;
  if (/^(?:file\.)?(?:tags|etags)$/u.test(path))
    return { op: 'tag', name: value.replace(/^#/u, '') };
  if (path === 'file.outlinks' || path === 'file.links') return { op: 'link', name: value };
  if (path === 'file.ext') return constant('md'.includes(value));
  const key = propertyKey(path);
  return key === null ? null : { op: 'property', of: 'note', key, compare: 'contains', value };
}

/** What refers to the note that asks: by a link anywhere in it, or by one property. */
function askerFilter(path: string): Filter | null {
  if (path === 'file.outlinks' || path === 'file.links') return { op: 'link', name: '' };
  const key = propertyKey(path);
  return key === null ? null : { op: 'asker', key };
}

function fileFilter(name: string, inputs: readonly Expression[]): Filter | null {
  const [only] = inputs;
  if (name === 'hastag') return anyOrAll('or', inputs, tagNamed);
  if (!only || inputs.length !== 1) return null;
  if (name === 'haslink') {
    const target = isThis(only) ? '' : textOf(only);
    return target === null ? null : { op: 'link', name: target };
  }
  const value = textOf(only);
  if (value === null) return null;
  if (name === 'infolder') return { op: 'folder', path: value };
  return name === 'hasproperty' ? nothing(value, '!=') : null;
}

function tagNamed(item: Expression): Filter | null {
  const name = textOf(item);
  return name === null ? null : { op: 'tag', name: name.replace(/^#/u, '') };
}

function anyOrAll(
  op: 'and' | 'or',
  inputs: readonly Expression[],
  read: (item: Expression) => Filter | null,
): Filter | null {
  const items = inputs.flatMap((input) => (input.kind === 'list' ? input.items : [input]));
  const of = items.map(read).filter((filter) => filter !== null);
  const [only] = of;
  if (!only || of.length !== items.length) return null;
  return of.length === 1 ? only : { op, of };
}
