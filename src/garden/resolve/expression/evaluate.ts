/** Computes expressions for a row. */
import type { Expression } from '../../expression.ts';
import { ownValue } from '../../own-value.ts';
import { globalFunction, method } from './bases-functions.ts';
import { dataviewFunction } from './dataview-functions.ts';
import { partsOf } from './date-text.ts';
import { durationMs, unitNames } from './durations.ts';
import { fileFact, noteProperty, propertyKey } from './files.ts';
import { calculate, compareBy } from './operators.ts';
import type { Surroundings } from './surroundings.ts';
import { type FileValue, type FunctionValue, isList, isTrue, type Value } from './value.ts';

export interface Scope {
  readonly around: Surroundings;
  readonly row: FileValue;
  /** What lambdas are given. */
  readonly names?: ReadonlyMap<string, Value>;
  /** Formulas inside of formulas, which may refer to each other in a cycle. */
  readonly depth?: number;
}

const maxDepth = 40;

/** The value of an expression for a row; null where what it needs is missing. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'tag':
      return `#${expression.name}`;
    case 'link':
      return scope.around.linkFrom(scope.around.site.own, expression.name, expression.embed);
    case 'regex':
      return regexOf(expression.source, expression.flags);
    case 'field':
      return fieldOf(expression.name, scope);
    case 'member':
      return memberExpression(expression, scope);
    case 'index':
      return indexed(evaluate(expression.of, scope), evaluate(expression.key, scope), scope);
    case 'list':
      return expression.items.map((item) => evaluate(item, scope));
    case 'object': {
      const entries = expression.entries.map(([key, of]) => [key, evaluate(of, scope)] as const);
      return { type: 'object', entries: new Map(entries) };
    }
    case 'not':
      return !isTrue(evaluate(expression.of, scope));
    case 'negative':
      return calculate('-', 0, evaluate(expression.of, scope), scope.around);
    case 'lambda':
      return lambda(expression, scope);
    case 'binary':
      return binary(expression, scope);
    case 'call':
      return call(expression, scope);
  }
}

function regexOf(source: string, flags: string): Value {
  try {
    return { type: 'regex', pattern: new RegExp(source, flags) };
  } catch {
    return null;
  }
}

function lambda(
  { names, body }: Extract<Expression, { kind: 'lambda' }>,
  scope: Scope,
): FunctionValue {
  return {
    type: 'function',
    call: (inputs) => {
      const given = names.map((name, index) => [name, inputs[index] ?? null] as const);
      return evaluate(body, { ...scope, names: new Map([...(scope.names ?? []), ...given]) });
    },
  };
}

function binary(
  { sign, left, right }: Extract<Expression, { kind: 'binary' }>,
  scope: Scope,
): Value {
  const a = evaluate(left, scope);
  if (sign === 'and') return isTrue(a) && isTrue(evaluate(right, scope));
  if (sign === 'or') return isTrue(a) || isTrue(evaluate(right, scope));
  const b = evaluate(right, scope);
  if (sign === '+' || sign === '-' || sign === '*' || sign === '/' || sign === '%') {
    return calculate(sign, a, b, scope.around);
  }
  return compareBy(sign, a, b, scope.around);
}

function call({ name, of, inputs }: Extract<Expression, { kind: 'call' }>, scope: Scope): Value {
  const { around } = scope;
  const values = (): Value[] => inputs.map((input) => evaluate(input, scope));
  if (around.language === 'dataview') return dataviewFunction(name.toLowerCase(), values(), around);
  if (of) return method(evaluate(of, scope), name, values(), around);
  if (name !== 'if') return globalFunction(name, values(), around);
  const [test, yes, no] = inputs;
  const chosen = test && isTrue(evaluate(test, scope)) ? yes : no;
  return chosen ? evaluate(chosen, scope) : null;
}

function fieldOf(name: string, scope: Scope): Value {
  const { around, row } = scope;
  const given = scope.names?.get(name) ?? row.names?.get(propertyKey(name));
  if (given !== undefined || scope.names?.has(name)) return given ?? null;
  const { own } = around.site;
  if (name === 'this') return own ? { type: 'page', key: `note:${own.id}` } : null;
  if (name === '$row') return row;
  if (name === 'file') return { type: 'file', key: row.key };
  const entry = around.entryOf(row);
  return entry ? noteProperty(around, entry, name) : null;
}

function memberExpression(
  { of, name }: Extract<Expression, { kind: 'member' }>,
  scope: Scope,
): Value {
  const { around, depth = 0 } = scope;
  if (around.language === 'bases' && of.kind === 'field' && !scope.names?.has(of.name)) {
    if (of.name === 'note') return propertyOf(name, scope);
    if (of.name === 'formula') {
      const formula = ownValue(around.formulas, name);
      if (!formula || depth > maxDepth) return null;
      return evaluate(formula, { around, row: scope.row, depth: depth + 1 });
    }
  }
  return memberOf(evaluate(of, scope), name, scope);
}

/** `note.file` is a property, not the file. */
function propertyOf(name: string, { around, row }: Scope): Value {
  const entry = around.entryOf(row);
  return entry ? noteProperty(around, entry, name) : null;
}

function indexed(of: Value, key: Value, scope: Scope): Value {
  if (typeof key === 'string') return memberOf(of, key, scope);
  if (typeof key !== 'number') return null;
  if (isList(of) || typeof of === 'string') return of.at(key) ?? null;
  return null;
}

function memberOf(value: Value, name: string, scope: Scope): Value {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') return name === 'length' ? value.length : null;
  if (typeof value === 'number') return partOfMs(value, name, scope);
  if (isList(value)) {
    if (name === 'length') return value.length;
    return scope.around.language === 'dataview'
      ? value.map((item) => memberOf(item, name, scope))
      : null;
  }
  return partOf(value, name, scope);
}

/** Bases: the difference of two dates is a number of milliseconds, which may be asked for its days. */
function partOfMs(value: number, name: string, { around }: Scope): Value {
  const unit = unitNames.find((each) => each === name);
  if (unit === undefined || around.language !== 'bases') return null;
  return Math.trunc(value / durationMs({ [unit]: 1 }));
}

function partOf(
  value: Exclude<Value, null | boolean | number | string | readonly Value[]>,
  name: string,
  scope: Scope,
): Value {
  const { around } = scope;
  switch (value.type) {
    case 'date': {
      const { y, weekday, week, ordinal, weekYear, milli, ...parts } = partsOf(value);
      const fields = { year: y, weekday: weekday || 7, week, ordinal, weekyear: weekYear };
      return ownValue({ ...fields, ...parts, millisecond: milli }, name) ?? null;
    }
    case 'duration': {
      const unit = unitNames.find((each) => each === name || each.slice(0, -1) === name);
      if (unit === undefined) return null;
      return around.language === 'bases'
        ? durationMs(value.units) / durationMs({ [unit]: 1 })
        : (value.units[unit] ?? 0);
    }
    case 'link':
      return value.key === '' ? null : partOf({ type: 'page', key: value.key }, name, scope);
    case 'page':
      return pageMember(value, name, scope);
    case 'file':
      return fileFact(around, value, name);
    case 'object':
      return (
        value.entries.get(name) ??
        [...value.entries].find(([key]) => propertyKey(key) === propertyKey(name))?.[1] ??
        null
      );
    default:
      return null;
  }
}

function pageMember(page: FileValue, name: string, { around }: Scope): Value {
  const given = page.names?.get(propertyKey(name));
  if (given !== undefined) return given;
  if (name === 'file') return { type: 'file', key: page.key };
  const entry = around.entryOf(page);
  return entry ? noteProperty(around, entry, name) : null;
}
