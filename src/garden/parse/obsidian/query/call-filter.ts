/** Calls in conditions, such as `contains(author, "x")` and `file.hasTag("y")`, as filters. */
import type { Filter } from '../../../query.ts';
import type { Expression } from './expression.ts';
import { constant, existence, isThis } from './filter-parts.ts';
import { propertyKey, textOf } from './keys.ts';

/** `contains(a, b)` is `a.contains(b)`. */
export function callFilter(call: Extract<Expression, { kind: 'call' }>): Filter | null {
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
    return key === null ? null : existence(key, '=');
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
  if (isThis(item)) return selfFilter(path);
  const value = textOf(item);
  if (value === null) return null;
  if (/^(?:file\.)?(?:tags|etags)$/u.test(path))
    return { op: 'tag', name: value.replace(/^#/u, '') };
  if (path === 'file.outlinks' || path === 'file.links') return { op: 'link', name: value };
  if (path === 'file.ext') return constant('md'.includes(value));
  const key = propertyKey(path);
  return key === null ? null : { op: 'property', of: 'note', key, compare: 'contains', value };
}

/** Notes that refer to the note with the query: by any link, or by one property. */
function selfFilter(path: string): Filter | null {
  if (path === 'file.outlinks' || path === 'file.links') return { op: 'link', name: '' };
  const key = propertyKey(path);
  return key === null ? null : { op: 'self', key };
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
  return name === 'hasproperty' ? existence(value, '!=') : null;
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
