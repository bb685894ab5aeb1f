/** What stands below a column of a base (Obsidian help, “Bases syntax”, summaries). */
import type { Expression } from '../../expression.ts';
import { ownValue } from '../../own-value.ts';
import { median } from './bases-lists.ts';
import { uniqueOf } from './dataview-lists.ts';
import { evaluate } from './evaluate.ts';
import type { Surroundings } from './surroundings.ts';
import { type DateValue, isList, isTrue, numberOf, tidy, type Value } from './value.ts';

/** The summary of a column's values: one of the built-in ones, or a formula over `values`. */
export function summaryOf(
  summary: string | Expression,
  values: readonly Value[],
  around: Surroundings,
): Value {
  if (typeof summary === 'string') return ownValue(builtIn, summary)?.(values) ?? null;
  const names = new Map<string, Value>([['values', values.filter((value) => value !== null)]]);
  return evaluate(summary, { around, row: { type: 'page', key: '' }, names });
}

type Summary = (values: readonly Value[]) => Value;

const ofNumbers =
  (of: (numbers: readonly number[]) => number): Summary =>
  (values) => {
    const numbers = values.map(numberOf).filter((value) => value !== null);
    return numbers.length === 0 ? null : tidy(of(numbers));
  };

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

function dates(values: readonly Value[]): DateValue[] {
  return values.filter(
    (value): value is DateValue =>
      typeof value === 'object' && value !== null && 'type' in value && value.type === 'date',
  );
}

const ofDates =
  (sign: 1 | -1): Summary =>
  (values) =>
    dates(values).reduce<DateValue | null>((found, date) => {
      return found === null || (date.ms - found.ms) * sign < 0 ? date : found;
    }, null);

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (isList(value) && value.length === 0);

const builtIn: Readonly<Record<string, Summary>> = {
  average: ofNumbers(mean),
  min: ofNumbers((numbers) => Math.min(...numbers)),
  max: ofNumbers((numbers) => Math.max(...numbers)),
  sum: ofNumbers((numbers) => numbers.reduce((sum, value) => sum + value, 0)),
  range: (values) => {
    const found = dates(values);
    if (found.length === 0) return ofNumbers((all) => Math.max(...all) - Math.min(...all))(values);
    const span = Math.max(...found.map(({ ms }) => ms)) - Math.min(...found.map(({ ms }) => ms));
    return { type: 'duration', units: { days: Math.round(span / 86_400_000) } };
  },
  median: (values) => median(values),
  stddev: ofNumbers((numbers) => {
    const middle = mean(numbers);
    return Math.sqrt(mean(numbers.map((value) => (value - middle) ** 2)));
  }),
  earliest: ofDates(1),
  latest: ofDates(-1),
  checked: (values) => values.filter((value) => value === true).length,
  unchecked: (values) => values.filter((value) => !isTrue(value)).length,
  empty: (values) => values.filter(isEmpty).length,
  filled: (values) => values.filter((value) => !isEmpty(value)).length,
  unique: (values) => uniqueOf(values.filter((value) => !isEmpty(value))).length,
};
