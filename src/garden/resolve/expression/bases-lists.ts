/** Methods of lists in bases. */

import { flattened, sorted, uniqueOf } from './dataview-lists.ts';
import type { Method } from './function-types.ts';
import { isSame, isTrue, numberOf, textOf, tidy, type Value } from './value.ts';

type List = readonly Value[];

function callOf(value: Value | undefined): (inputs: List) => Value {
  const isFunction =
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'function';
  return isFunction ? value.call : () => null;
}

/** Tags are the same with and without their sign. */
function isItem(item: Value, wanted: Value): boolean {
  if (typeof item === 'string' && typeof wanted === 'string') {
    return item === wanted || item.replace(/^#/, '') === wanted.replace(/^#/, '');
  }
  return isSame(item, wanted);
}

const index = (value: Value | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

function numbers(list: List): number[] {
  return list.map(numberOf).filter((value) => value !== null);
}

function mean(list: List): number | null {
  const values = numbers(list);
  return values.length === 0
    ? null
    : tidy(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** The middle value, or the mean of the two in the middle. */
export function median(list: List): number | null {
  const values = numbers(list).sort((a, b) => a - b);
  const middle = values.length / 2;
  const [low, high] = [values[Math.ceil(middle) - 1], values[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export const listMethods: Readonly<Record<string, Method<List>>> = {
  contains: (of, [wanted = null]) => of.some((item) => isItem(item, wanted)),
  containsAll: (of, wanted) => wanted.every((each) => of.some((item) => isItem(item, each))),
  containsAny: (of, wanted) => wanted.some((each) => of.some((item) => isItem(item, each))),
  filter: (of, [call]) => of.filter((item, at) => isTrue(callOf(call)([item, at]))),
  map: (of, [call]) => of.map((item, at) => callOf(call)([item, at])),
  reduce: (of, [call, start = null]) =>
    of.reduce<Value>((sum, item, at) => callOf(call)([sum, item, at]), start),
  flat: (of) => flattened(of, 1),
  isEmpty: (of) => of.length === 0,
  join: (of, [sign = null], around) =>
    of
      .map((item) => textOf(item, around.nameOf))
      .join(sign === null ? ', ' : textOf(sign, around.nameOf)),
  reverse: (of) => [...of].reverse(),
  slice: (of, [start, end]) => of.slice(index(start), index(end)),
  sort: (of, _inputs, around) => sorted(of, around),
  unique: (of) => uniqueOf(of),
  // Of the values of a summary.
  mean,
  median,
  sum: (of) => tidy(numbers(of).reduce((sum, value) => sum + value, 0)),
  min: (of) => (numbers(of).length === 0 ? null : Math.min(...numbers(of))),
  max: (of) => (numbers(of).length === 0 ? null : Math.max(...numbers(of))),
};
