/** Dataview's functions of lists, and of what may hold something. */
import type { ValueFunction } from './function-types.ts';
import { calculate } from './operators.ts';
import type { Surroundings } from './surroundings.ts';
import { holdsWord } from './text-functions.ts';
import { isList, isSame, isTrue, keyOf, listOf, orderOf, textOf, type Value } from './value.ts';

type Test = (item: Value) => boolean;

/** The list and the test of `all([1, 2], (x) => x > 0)`, or of several values. */
function tested(inputs: readonly Value[]): readonly [readonly Value[], Test] {
  const [first = null, second] = inputs;
  const call = functionIn(second);
  if (call) return [listOf(first), (item) => isTrue(call([item]))];
  return [inputs.length === 1 ? listOf(first) : inputs, isTrue];
}

function functionIn(value: Value | undefined) {
  const isFunction =
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'function';
  return isFunction ? value.call : null;
}

/** Values in their order; what has none stays where it is. */
export function sorted(list: readonly Value[], around: Surroundings): Value[] {
  return [...list].sort((a, b) => orderOf(a, b, around.language, around.nameOf) ?? 0);
}

function folded(sign: '+' | '-' | '*' | '/'): ValueFunction {
  return ([list = null], around) => {
    const [first, ...rest] = listOf(list);
    if (first === undefined) return null;
    return rest.reduce<Value>((sum, item) => calculate(sign, sum, item, around), first);
  };
}

function extreme(sign: 1 | -1): ValueFunction {
  return (inputs, around) => {
    const list = inputs.flatMap((input) => (isList(input) ? input : [input]));
    return best(list, (item) => item, sign, around);
  };
}

function best(
  list: readonly Value[],
  by: (item: Value) => Value,
  sign: 1 | -1,
  around: Surroundings,
): Value {
  const known = list.filter((item) => item !== null && by(item) !== null);
  return known.reduce<Value>((found, item) => {
    if (found === null) return item;
    const order = orderOf(by(item), by(found), around.language, around.nameOf) ?? 0;
    return order * sign < 0 ? item : found;
  }, null);
}

function extremeBy(sign: 1 | -1): ValueFunction {
  return ([list = null, of], around) => {
    const call = functionIn(of);
    return call ? best(listOf(list), (item) => call([item]), sign, around) : null;
  };
}

function contains(
  isHeld: (whole: string, part: string) => boolean,
  isSameItem: (a: Value, b: Value) => boolean,
): ValueFunction {
  const holds = (of: Value, wanted: Value, around: Surroundings): boolean => {
    if (of === null) return false;
    if (isList(of))
      return of.some((item) =>
        isList(item) ? holds(item, wanted, around) : isSameItem(item, wanted),
      );
    if (typeof of === 'object') {
      return (
        of.type === 'object' &&
        [...of.entries.keys()].some(
          (key) =>
            isHeld(key, textOf(wanted, around.nameOf)) && key.length === String(wanted).length,
        )
      );
    }
    return isHeld(String(of), textOf(wanted, around.nameOf));
  };
  return ([of = null, wanted = null], around) => holds(of, wanted, around);
}

const isSameLower = (a: Value, b: Value): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? a.toLowerCase() === b.toLowerCase()
    : isSame(a, b);

export const dataviewLists: Readonly<Record<string, ValueFunction>> = {
  list: (inputs) => inputs,
  array: (inputs) => inputs,
  sum: folded('+'),
  product: folded('*'),
  reduce: ([list = null, sign = null], around) => {
    const items = listOf(list);
    if (sign === '&') return items.every(isTrue);
    if (sign === '|') return items.some(isTrue);
    if (sign !== '+' && sign !== '-' && sign !== '*' && sign !== '/') return null;
    return folded(sign)([items], around);
  },
  average: ([list = null], around) => {
    const items = listOf(list);
    const sum = folded('+')([items], around);
    return items.length === 0 ? null : calculate('/', sum, items.length, around);
  },
  min: extreme(1),
  max: extreme(-1),
  minby: extremeBy(1),
  maxby: extremeBy(-1),
  contains: contains((whole, part) => whole.includes(part), isSame),
  econtains: contains((whole, part) => whole.includes(part), isSame),
  icontains: contains(
    (whole, part) => whole.toLowerCase().includes(part.toLowerCase()),
    isSameLower,
  ),
  containsword: ([of = null, word = null]) => {
    const test = (value: Value): boolean => holdsWord(String(value), String(word));
    return isList(of) ? of.map(test) : of !== null && test(of);
  },
  length: ([of = null]) => {
    if (isList(of) || typeof of === 'string') return of.length;
    const isObject = typeof of === 'object' && of !== null && of.type === 'object';
    return isObject ? of.entries.size : of === null ? 0 : null;
  },
  sort: ([list = null, by], around) => {
    const call = functionIn(by);
    if (!call) return sorted(listOf(list), around);
    const keyed = listOf(list).map((item) => ({ item, key: call([item]) }));
    keyed.sort((a, b) => orderOf(a.key, b.key, around.language, around.nameOf) ?? 0);
    return keyed.map(({ item }) => item);
  },
  reverse: ([list = null]) =>
    isList(list)
      ? [...list].reverse()
      : typeof list === 'string'
        ? [...list].reverse().join('')
        : list,
  nonnull: ([list = null]) => listOf(list).filter((item) => item !== null),
  firstvalue: ([list = null]) => listOf(list).find((item) => item !== null) ?? null,
  all: (inputs) => {
    const [list, test] = tested(inputs);
    return list.every(test);
  },
  any: (inputs) => {
    const [list, test] = tested(inputs);
    return list.some(test);
  },
  none: (inputs) => {
    const [list, test] = tested(inputs);
    return !list.some(test);
  },
  join: ([list = null, sign], around) => {
    const separator = sign === undefined || sign === null ? ', ' : textOf(sign, around.nameOf);
    return listOf(list)
      .map((item) => textOf(item, around.nameOf))
      .join(separator);
  },
  filter: ([list = null, of]) => {
    const call = functionIn(of);
    return call ? listOf(list).filter((item) => isTrue(call([item]))) : null;
  },
  map: ([list = null, of]) => {
    const call = functionIn(of);
    return call ? listOf(list).map((item) => call([item])) : null;
  },
  flat: ([list = null, depth = 1]) =>
    flattened(listOf(list), typeof depth === 'number' ? depth : 1),
  slice: ([list = null, start, end]) =>
    listOf(list).slice(
      typeof start === 'number' ? start : undefined,
      typeof end === 'number' ? end : undefined,
    ),
  unique: ([list = null]) => uniqueOf(listOf(list)),
};

/** Lists in the list, down to a depth, as their items. */
export function flattened(list: readonly Value[], depth: number): Value[] {
  return list.flatMap((item) => (isList(item) && depth > 0 ? flattened(item, depth - 1) : [item]));
}

/** The first of each value. */
export function uniqueOf(list: readonly Value[]): Value[] {
  const seen = new Map<string, Value>();
  for (const item of list) {
    const key = keyOf(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
