/** Functions of Dataview (its documentation, “Functions”). */
import { ownValue } from '../../own-value.ts';
import { dataviewLists } from './dataview-lists.ts';
import { dataviewTexts } from './dataview-texts.ts';
import { midnight, namedDay } from './date-arithmetic.ts';
import { parseDate, parseDateAs } from './date-reading.ts';
import { formatDate } from './date-text.ts';
import { formatDuration, parseDuration } from './durations.ts';
import { linkTo } from './files.ts';
import type { ValueFunction } from './function-types.ts';
import type { Surroundings } from './surroundings.ts';
import { isList, isTrue, type LinkValue, textOf, tidy, typeName, type Value } from './value.ts';

/** The result of a function; null for one that is not known. */
export function dataviewFunction(
  name: string,
  inputs: readonly Value[],
  around: Surroundings,
): Value {
  const plain = ownValue(whole, name) ?? ownValue(dataviewLists, name);
  if (plain) return plain(inputs, around);
  const single = ownValue(singles, name) ?? ownValue(dataviewTexts, name);
  return single ? vectorized(single, inputs, around) : null;
}

/** Functions of single values, applied to each of a list. */
function vectorized(of: ValueFunction, inputs: readonly Value[], around: Surroundings): Value {
  const [first = null, ...rest] = inputs;
  if (!isList(first)) return of(inputs, around);
  return first.map((item) => vectorized(of, [item, ...rest], around));
}

const numeric =
  (of: (value: number, digits: number) => number): ValueFunction =>
  ([value = null, digits = 0]) =>
    typeof value === 'number' ? tidy(of(value, typeof digits === 'number' ? digits : 0)) : null;

/** Functions that take lists as they are. */
const whole: Readonly<Record<string, ValueFunction>> = {
  choice: ([test = null, yes = null, no = null]) => (isTrue(test) ? yes : no),
  default: ([value = null, other = null]) =>
    isList(value) ? value.map((item) => item ?? other) : (value ?? other),
  ldefault: ([value = null, other = null]) => value ?? other,
  object: (inputs) => {
    const entries = inputs.flatMap((key, index): [string, Value][] => {
      return index % 2 === 0 ? [[String(key), inputs[index + 1] ?? null]] : [];
    });
    return { type: 'object', entries: new Map(entries) };
  },
  extract: ([from = null, ...names]) => {
    const isObject = typeof from === 'object' && from !== null && 'type' in from;
    if (!isObject || from.type !== 'object') return null;
    const { entries } = from;
    const kept = names.map((name) => [String(name), entries.get(String(name)) ?? null] as const);
    return { type: 'object', entries: new Map(kept) };
  },
  typeof: ([value = null]) => typeName(value),
  string: ([value = null], around) => textOf(value, around.nameOf),
};

const singles: Readonly<Record<string, ValueFunction>> = {
  round: numeric((value, digits) => Math.round(value * 10 ** digits) / 10 ** digits),
  trunc: numeric(Math.trunc),
  floor: numeric(Math.floor),
  ceil: numeric(Math.ceil),
  number: ([value = null]) => {
    if (typeof value === 'number') return value;
    const found = typeof value === 'string' ? /-?\d+(?:\.\d+)?/.exec(value)?.[0] : undefined;
    return found === undefined ? null : Number(found);
  },
  date: ([value = null, format = null], around) => {
    if (typeof value === 'string') {
      return typeof format === 'string'
        ? parseDateAs(value, format)
        : namedDay(value, around.today);
    }
    const link = linkIn(value);
    if (link) return dayOfLink(link);
    return isDate(value) ? value : null;
  },
  dur: ([value = null]) => {
    const units = typeof value === 'string' ? parseDuration(value) : null;
    return units ? { type: 'duration', units } : isDuration(value) ? value : null;
  },
  link: ([value = null, display = null], around) => {
    const shown = display === null ? '' : textOf(display, around.nameOf);
    const link = linkIn(value);
    if (link) return shown === '' ? link : { ...link, display: shown };
    if (isFile(value)) return linkTo(around, value.key, shown);
    if (typeof value !== 'string') return null;
    const made = around.linkFrom(around.site.own, value);
    return made && { ...made, display: shown };
  },
  embed: ([value = null, embed = true]) => {
    const link = linkIn(value);
    return link && { ...link, embed: isTrue(embed) };
  },
  elink: ([value = null, display = null], around) => {
    if (typeof value !== 'string') return null;
    const shown = display === null ? '' : textOf(display, around.nameOf);
    return {
      type: 'link',
      name: webAddress(value),
      subpath: '',
      display: shown || value,
      embed: false,
      key: '',
    };
  },
  striptime: ([value = null]) => (isDate(value) ? midnight(value) : null),
  localtime: ([value = null]) => (isDate(value) ? value : null),
  dateformat: ([value = null, format = null]) =>
    isDate(value) && typeof format === 'string' ? formatDate(value, format, 'luxon') : null,
  durationformat: ([value = null, format = null]) =>
    isDuration(value) && typeof format === 'string' ? formatDuration(value.units, format) : null,
  currencyformat: ([value = null, currency = null]) => {
    if (typeof value !== 'number') return null;
    const code = typeof currency === 'string' && /^[A-Za-z]{3}$/.test(currency) ? currency : 'USD';
    return new Intl.NumberFormat('en-US', { style: 'currency', currency: code }).format(value);
  },
  meta: ([value = null]) => {
    const link = linkIn(value);
    return link && metaOf(link);
  },
};

function webAddress(text: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}

function metaOf(link: LinkValue): Value {
  const isBlock = link.subpath.startsWith('^');
  return {
    type: 'object',
    entries: new Map<string, Value>([
      ['display', link.display || null],
      ['embed', link.embed],
      ['path', link.name],
      ['subpath', link.subpath.replace(/^\^/, '') || null],
      ['type', link.subpath === '' ? 'file' : isBlock ? 'block' : 'header'],
    ]),
  };
}

function dayOfLink({ name }: LinkValue): Value {
  const day = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  return day === undefined ? null : parseDate(day);
}

type Tagged = Exclude<Value, null | boolean | number | string | readonly Value[]>;
type Of<Type extends Tagged['type']> = Extract<Tagged, { readonly type: Type }>;

function is<Type extends Tagged['type']>(...types: readonly Type[]) {
  return (value: Value): value is Of<Type> =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    types.includes(value.type as Type);
}

const isDate = is('date');
const isDuration = is('duration');
const isFile = is('file', 'page');
const isLink = is('link');

function linkIn(value: Value): LinkValue | null {
  return isLink(value) ? value : null;
}
