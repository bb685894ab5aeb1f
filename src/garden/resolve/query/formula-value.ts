/** Computes formulas for one row of a query. */
import type { Formula, FormulaFunction } from '../../formula.ts';
import type { PropertyValue } from '../../note.ts';
import { compareValues, plainText, plainValues } from './compare-values.ts';

/** Value of a property or fact of the row. */
type FieldValue = (key: string) => PropertyValue;

/** The formula's value; null where a number or text that it needs is missing. */
export function formulaValue(formula: Formula, field: FieldValue): PropertyValue {
  switch (formula.kind) {
    case 'value':
      return formula.value;
    case 'field':
      return field(formula.key);
    case 'list':
      return formula.items.map((item) => formulaValue(item, field));
    case 'call':
      return call(formula.name, formula.inputs, field);
  }
}

function call(name: FormulaFunction, inputs: readonly Formula[], field: FieldValue): PropertyValue {
  const input = (index: number): PropertyValue => {
    const formula = inputs[index];
    return formula ? formulaValue(formula, field) : null;
  };
  if (name === 'if') return isTrue(input(0)) ? input(1) : input(2);
  if (name === 'default') return isTrue(input(0)) ? input(0) : input(1);
  if (name === 'and') return isTrue(input(0)) && isTrue(input(1));
  if (name === 'or') return isTrue(input(0)) || isTrue(input(1));
  const values = inputs.map((_, index) => input(index));
  return (
    arithmetic(name, values) ??
    comparison(name, values) ??
    ofText(name, values) ??
    ofList(name, values)
  );
}

/** As in both query languages: null, an empty text or list, false and 0 are not true. */
export function isTrue(value: PropertyValue | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '' && value !== false && value !== 0;
}

function numberOf(value: PropertyValue | undefined): number | null {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value.trim() : '';
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

/** Rounds off the errors of binary fractions: 0.1 + 0.2. */
function tidy(value: number): PropertyValue {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : null;
}

const operations: Partial<Record<FormulaFunction, (x: number, y: number) => number>> = {
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
  '%': (x, y) => x % y,
};

function arithmetic(
  name: FormulaFunction,
  values: readonly PropertyValue[],
): PropertyValue | undefined {
  const [a = null, b = null] = values;
  if (name === '+') return sum(a, b);
  const [x, y] = [numberOf(a), numberOf(b)];
  const operation = operations[name];
  if (operation) return x === null || y === null ? null : tidy(operation(x, y));
  if (name === 'number') return x;
  if (name === 'round' || name === 'fixed') return rounded(name, x, y);
  if (name !== 'min' && name !== 'max') return undefined;
  const numbers = values
    .flat()
    .map(numberOf)
    .filter((number) => number !== null);
  return numbers.length === 0 ? null : Math[name](...numbers);
}

function rounded(name: 'round' | 'fixed', x: number | null, y: number | null): PropertyValue {
  if (x === null) return null;
  const digits = Math.min(Math.max(Math.trunc(y ?? 0), 0), 9);
  return name === 'fixed' ? x.toFixed(digits) : tidy(Math.round(x * 10 ** digits) / 10 ** digits);
}

function sum(a: PropertyValue, b: PropertyValue): PropertyValue {
  if (typeof a === 'number' && typeof b === 'number') return tidy(a + b);
  if (a === null && b === null) return null;
  return `${shown(a)}${shown(b)}`;
}

function shown(value: PropertyValue): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.map(shown).join(', ') : String(value);
}

function comparison(name: FormulaFunction, values: readonly PropertyValue[]): boolean | undefined {
  const [a = null, b = null] = values;
  if (name === 'not') return !isTrue(a);
  if (name === 'empty') return a === null || a === '' || (Array.isArray(a) && a.length === 0);
  if (name === 'contains') return contains(a, b);
  const order =
    a === null || b === null ? null : compareValues(plainText(shown(a)), plainText(shown(b)));
  const tests: Partial<Record<FormulaFunction, boolean>> = {
    '=': order === null ? a === b : order === 0,
    '!=': order === null ? a !== b : order !== 0,
    '<': order !== null && order < 0,
    '<=': order !== null && order <= 0,
    '>': order !== null && order > 0,
    '>=': order !== null && order >= 0,
  };
  return tests[name];
}

function contains(all: PropertyValue, one: PropertyValue): boolean {
  const wanted = plainText(shown(one));
  if (Array.isArray(all)) return plainValues(all).includes(wanted);
  return all !== null && plainText(shown(all)).includes(wanted);
}

function ofText(
  name: FormulaFunction,
  [a = null]: readonly PropertyValue[],
): PropertyValue | undefined {
  if (name === 'string') return shown(a);
  if (name === 'lower') return shown(a).toLowerCase();
  if (name === 'upper') return shown(a).toUpperCase();
  const parts = { year: 1, month: 2, day: 3 } as const;
  if (name !== 'year' && name !== 'month' && name !== 'day') return undefined;
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(plainText(shown(a)));
  const part = date?.[parts[name]];
  return part === undefined ? null : Number(part);
}

function ofList(
  name: FormulaFunction,
  [a = null, b = null]: readonly PropertyValue[],
): PropertyValue {
  const list = Array.isArray(a) ? (a as readonly PropertyValue[]) : a === null ? [] : [a];
  if (name === 'list') return list;
  if (name === 'join') return list.map(shown).join(b === null ? ', ' : shown(b));
  if (name === 'unique') return [...new Map(list.map((item) => [shown(item), item])).values()];
  if (name !== 'length') return null;
  return typeof a === 'string' ? [...a].length : list.length;
}
