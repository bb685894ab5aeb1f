/** Functions of bases (Obsidian help, “Functions”): the global ones, and those of each type of value. */
import { escapeHtml } from '../../escape.ts';
import { ownValue } from '../../own-value.ts';
import { fileMethods, keyIn } from './bases-files.ts';
import { listMethods } from './bases-lists.ts';
import { midnight, relativeText } from './date-arithmetic.ts';
import { parseDate } from './date-reading.ts';
import { formatDate } from './date-text.ts';
import { parseDuration } from './durations.ts';
import { linkTo } from './files.ts';
import type { Method, ValueFunction } from './function-types.ts';
import type { Surroundings } from './surroundings.ts';
import { patternOf, titleCase } from './text-functions.ts';
import { isList, isTrue, listOf, numberOf, textOf, tidy, typeName, type Value } from './value.ts';

/** The result of `name(…)`; null for a function that is not known. `if` is the evaluator's own. */
export function globalFunction(
  name: string,
  inputs: readonly Value[],
  around: Surroundings,
): Value {
  return ownValue(globals, name)?.(inputs, around) ?? null;
}

/** The result of `value.name(…)`; null for what the value's type has not. */
export function method(
  of: Value,
  name: string,
  inputs: readonly Value[],
  around: Surroundings,
): Value {
  const own = ownMethod(of, name);
  if (own !== undefined) return own(inputs, around);
  return ownValue(anyMethods, name)?.(of, inputs, around) ?? null;
}

function ownMethod(of: Value, name: string): ValueFunction | undefined {
  const bound = <Of>(
    methods: Readonly<Record<string, Method<Of>>>,
    value: Of,
  ): ValueFunction | undefined => {
    const found = ownValue(methods, name);
    return found && ((inputs, around) => found(value, inputs, around));
  };
  if (typeof of === 'string') return bound(textMethods, of);
  if (typeof of === 'number') return bound(numberMethods, of);
  if (of === null || typeof of === 'boolean') return undefined;
  if (isList(of)) return bound(listMethods, of);
  switch (of.type) {
    case 'date':
      return bound(dateMethods, of);
    case 'link':
    case 'file':
    case 'page':
      return bound(fileMethods, of);
    case 'object':
      return bound(objectMethods, of.entries);
    case 'regex':
      return name === 'matches'
        ? ([text = null]) =>
            typeof text === 'string' &&
            new RegExp(of.pattern.source, of.pattern.flags.replace('g', '')).test(text)
        : undefined;
    default:
      return undefined;
  }
}

const globals: Readonly<Record<string, ValueFunction>> = {
  escapeHTML: ([text = null]) => (typeof text === 'string' ? escapeHtml(text) : null),
  date: ([value = null]) =>
    typeof value === 'string' ? parseDate(value) : isDate(value) ? value : null,
  duration: ([text = null]) => {
    const units = typeof text === 'string' ? parseDuration(text) : null;
    return units && { type: 'duration', units };
  },
  file: ([value = null], around) => {
    const key = keyIn(value, around);
    return key === '' ? null : { type: 'file', key };
  },
  // Markup of a formula is shown as the text in it.
  html: ([text = null]) => (typeof text === 'string' ? text.replace(/<[^>]*>/g, '') : null),
  image: ([value = null], around) => {
    const key = keyIn(value, around);
    return value === null ? null : { type: 'image', of: key === '' ? value : linkTo(around, key) };
  },
  // Icons of the program's set have no words.
  icon: () => null,
  link: ([value = null, display = null], around) => {
    const shown = display === null ? '' : textOf(display, around.nameOf);
    const key = keyIn(value, around);
    if (key !== '') return linkTo(around, key, shown);
    const name = textOf(value, around.nameOf).replace(/^\[\[|\]\]$/g, '');
    if (name === '') return null;
    const isAddress = /^[a-z][a-z\d+.-]*:/i.test(name);
    if (isAddress) return { type: 'link', name, subpath: '', display: shown, embed: false, key };
    const made = around.linkFrom(around.site.own, name);
    return made && { ...made, display: shown };
  },
  list: ([value = null]) => (isList(value) ? value : [value]),
  max: (inputs) => extreme(inputs, Math.max),
  min: (inputs) => extreme(inputs, Math.min),
  now: (_inputs, around) => ({ ...around.today, hasTime: true }),
  today: (_inputs, around) => midnight(around.today),
  number: ([value = null]) => numberOf(value),
};

function extreme(inputs: readonly Value[], of: (...numbers: number[]) => number): Value {
  const numbers = inputs
    .flatMap((each) => listOf(each).map(numberOf))
    .filter((each) => each !== null);
  return numbers.length === 0 ? null : of(...numbers);
}

function isDate(value: Value): value is { readonly type: 'date'; ms: number; hasTime: boolean } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'date';
}

const anyMethods: Readonly<Record<string, Method>> = {
  isTruthy: (of) => isTrue(of),
  isType: (of, [type = null]) => typeNames(of).includes(String(type).toLowerCase()),
  toString: (of: Value, _inputs: readonly Value[], around: Surroundings) =>
    textOf(of, around.nameOf),
  isEmpty: (of) => !isDate(of) && (of === null || of === '' || (isList(of) && of.length === 0)),
  // A property that is absent holds nothing.
  contains: (of) => (of === null ? false : null),
  containsAny: (of) => (of === null ? false : null),
  containsAll: (of) => (of === null ? false : null),
  startsWith: (of) => (of === null ? false : null),
  endsWith: (of) => (of === null ? false : null),
};

function typeNames(value: Value): string[] {
  const name = typeName(value);
  return name === 'array' ? ['list', 'array'] : [name];
}

const text = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const index = (value: Value | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

function patternIn(value: Value | undefined): RegExp | string {
  const isRegex =
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'regex';
  return isRegex ? value.pattern : text(value);
}

const textMethods: Readonly<Record<string, Method<string>>> = {
  isEmpty: (of) => of === '',
  contains: (of, [part]) => of.includes(text(part)),
  containsAll: (of, parts) => parts.every((part) => of.includes(text(part))),
  containsAny: (of, parts) => parts.some((part) => of.includes(text(part))),
  startsWith: (of, [part]) => of.startsWith(text(part)),
  endsWith: (of, [part]) => of.endsWith(text(part)),
  lower: (of) => of.toLowerCase(),
  replace: (of, [from, to]) => {
    const pattern = patternIn(from);
    return typeof pattern === 'string'
      ? of.replaceAll(pattern, () => text(to))
      : of.replace(pattern, text(to));
  },
  repeat: (of, [count]) => of.repeat(Math.max(0, Math.min(index(count) ?? 0, 1000))),
  reverse: (of) => [...of].reverse().join(''),
  slice: (of, [start, end]) => of.slice(index(start), index(end)),
  split: (of, [by, count]) => {
    const pattern = patternIn(by);
    const parts = of.split(
      typeof pattern === 'string' ? pattern : (patternOf(pattern.source, pattern.flags) ?? ''),
    );
    return parts.slice(0, index(count));
  },
  title: (of) => titleCase(of),
  trim: (of) => of.trim(),
  // A date that is kept as text.
  format: (of, [format]) => {
    const date = parseDate(of);
    return date && formatDate(date, text(format), 'moment');
  },
};

const digits = (value: Value | undefined): number => Math.min(Math.max(index(value) ?? 0, 0), 20);

const numberMethods: Readonly<Record<string, Method<number>>> = {
  abs: (of) => Math.abs(of),
  ceil: (of) => Math.ceil(of),
  floor: (of) => Math.floor(of),
  isEmpty: () => false,
  round: (of, [count]) => tidy(Math.round(of * 10 ** digits(count)) / 10 ** digits(count)),
  toFixed: (of, [count]) => of.toFixed(digits(count)),
};

const dateMethods: Readonly<
  Record<string, Method<{ type: 'date'; ms: number; hasTime: boolean }>>
> = {
  date: (of) => midnight(of),
  format: (of, [format]) => formatDate(of, text(format) || 'YYYY-MM-DD', 'moment'),
  time: (of) => formatDate(of, 'HH:mm:ss', 'moment'),
  relative: (of, _inputs, around) => relativeText(of, around.today),
  isEmpty: () => false,
};

const objectMethods: Readonly<Record<string, Method<ReadonlyMap<string, Value>>>> = {
  isEmpty: (of) => of.size === 0,
  keys: (of) => [...of.keys()],
  values: (of) => [...of.values()],
};
