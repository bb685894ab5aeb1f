/** Operators between two values. */
import type { BinarySign } from '../../expression.ts';
import { later } from './date-arithmetic.ts';
import { parseDate } from './date-reading.ts';
import { added, durationFrom, parseDuration, scaled, type Units, unitNames } from './durations.ts';
import type { Surroundings } from './surroundings.ts';
import { type DateValue, isList, isSame, orderOf, textOf, tidy, type Value } from './value.ts';

type Arithmetic = '+' | '-' | '*' | '/' | '%';

/** The result of `a sign b`; null where the two have none. */
export function calculate(sign: Arithmetic, a: Value, b: Value, around: Surroundings): Value {
  if (a === null || b === null) return joinedText(sign, a, b, around);
  if (typeof a === 'number' && typeof b === 'number') return ofNumbers(sign, a, b);
  return ofTimes(sign, a, b, around) ?? ofOthers(sign, a, b, around);
}

function joinedText(sign: Arithmetic, a: Value, b: Value, around: Surroundings): Value {
  const isText = typeof a === 'string' || typeof b === 'string';
  if (sign !== '+' || !isText) return null;
  return textOf(a, around.nameOf) + textOf(b, around.nameOf);
}

function ofNumbers(sign: Arithmetic, x: number, y: number): Value {
  const results = { '+': x + y, '-': x - y, '*': x * y, '/': x / y, '%': x % y };
  const result = results[sign];
  return Number.isFinite(result) ? tidy(result) : null;
}

function ofTimes(sign: Arithmetic, a: Value, b: Value, around: Surroundings): Value {
  const [date, other] = [dateOf(a), dateOf(b)];
  if (date && other) return sign === '-' ? betweenDates(date, other, around) : null;
  if (date) return movedDate(sign, date, unitsOf(b, around));
  const own = unitsOf(a, around);
  if (other && own) return sign === '+' ? later(other, own) : null;
  return isDuration(a) ? ofDuration(sign, a.units, b) : null;
}

function movedDate(sign: Arithmetic, date: DateValue, units: Units | null): Value {
  return units && isSum(sign) ? later(date, units, sign === '+' ? 1 : -1) : null;
}

function isSum(sign: Arithmetic): boolean {
  return sign === '+' || sign === '-';
}

/** In bases a number of milliseconds. */
function betweenDates(a: DateValue, b: DateValue, { language }: Surroundings): Value {
  const ms = a.ms - b.ms;
  return language === 'bases' ? ms : { type: 'duration', units: durationFrom(ms) };
}

function ofDuration(sign: Arithmetic, own: Units, b: Value): Value {
  if (isDuration(b) && isSum(sign)) {
    return { type: 'duration', units: added(own, scaled(b.units, sign === '+' ? 1 : -1)) };
  }
  if (typeof b !== 'number' || (sign !== '*' && sign !== '/')) return null;
  return { type: 'duration', units: scaled(own, sign === '*' ? b : 1 / b) };
}

function ofOthers(sign: Arithmetic, a: Value, b: Value, around: Surroundings): Value {
  if (sign === '+' && isList(a) && isList(b)) return [...a, ...b];
  if (sign === '*' && typeof a === 'string' && typeof b === 'number') return repeated(a, b);
  if (sign === '*' && typeof a === 'number' && typeof b === 'string') return repeated(b, a);
  if (sign !== '+') {
    const [x, y] = [numberIn(a), numberIn(b)];
    return x === null || y === null ? null : ofNumbers(sign, x, y);
  }
  return textOf(a, around.nameOf) + textOf(b, around.nameOf);
}

/** A property's number may be written as text. */
function numberIn(value: Value): number | null {
  if (typeof value === 'number') return value;
  const isNumber = typeof value === 'string' && /^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(value);
  return isNumber ? Number(value) : null;
}

function repeated(text: string, count: number): string {
  return text.repeat(Math.max(0, Math.min(Math.trunc(count), 1000)));
}

function isDuration(value: Value): value is { readonly type: 'duration'; readonly units: Units } {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'duration'
  );
}

function dateOf(value: Value): DateValue | null {
  const isDate =
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'date';
  return isDate ? value : null;
}

/** A duration; in bases also a text that is one, beside a date. */
function unitsOf(value: Value, { language }: Surroundings): Units | null {
  if (isDuration(value)) return value.units;
  if (language !== 'bases') return null;
  if (typeof value === 'number') return { [unitNames[7]]: value };
  return typeof value === 'string' ? parseDuration(value) : null;
}

/** Whether the comparison holds. In bases nothing is neither less nor more than anything. */
export function compareBy(
  sign: Exclude<BinarySign, Arithmetic | 'and' | 'or'>,
  a: Value,
  b: Value,
  around: Surroundings,
): boolean {
  const [x, y] = sameKind(a, b);
  if (sign === '=') return isSame(x, y);
  if (sign === '!=') return !isSame(x, y);
  const order = orderOf(x, y, around.language, around.nameOf);
  if (order === null) return false;
  if (sign === '<') return order < 0;
  if (sign === '<=') return order <= 0;
  return sign === '>' ? order > 0 : order >= 0;
}

/** A text beside a date is read as a date. */
function sameKind(a: Value, b: Value): readonly [Value, Value] {
  if (dateOf(a) && typeof b === 'string') return [a, parseDate(b) ?? b];
  if (dateOf(b) && typeof a === 'string') return [parseDate(a) ?? a, b];
  return [a, b];
}
