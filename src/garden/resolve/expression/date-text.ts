/** Dates: reading, and writing in the formats of Moment (bases) and Luxon (Dataview). */
import { ownValue } from '../../own-value.ts';
import type { DateValue } from './value.ts';

/** The ISO date, with the time where the value has one. */
export function dateText({ ms, hasTime }: Pick<DateValue, 'ms' | 'hasTime'>): string {
  const text = new Date(ms).toISOString();
  return hasTime ? text.slice(0, 16).replace('T', ' ') : text.slice(0, 10);
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
].concat(['September', 'October', 'November', 'December']);
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface Parts {
  readonly y: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
  readonly weekday: number;
  readonly ordinal: number;
  readonly week: number;
  readonly weekYear: number;
  readonly ms: number;
}

export function partsOf({ ms }: Pick<DateValue, 'ms'>): Parts {
  const date = new Date(ms);
  const y = date.getUTCFullYear();
  const weekday = date.getUTCDay();
  const midnight = Date.UTC(y, date.getUTCMonth(), date.getUTCDate());
  // ISO weeks belong to the year of their Thursday.
  const thursday = midnight + (4 - (weekday || 7)) * 86_400_000;
  const weekYear = new Date(thursday).getUTCFullYear();
  return {
    y,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    milli: date.getUTCMilliseconds(),
    weekday,
    ordinal: Math.round((midnight - Date.UTC(y, 0, 1)) / 86_400_000) + 1,
    week: Math.floor((thursday - Date.UTC(weekYear, 0, 1)) / 604_800_000) + 1,
    weekYear,
    ms,
  };
}

type Writers = Readonly<Record<string, (parts: Parts) => string | number>>;

export const two = (value: number): string => String(value).padStart(2, '0');
const three = (value: number): string => String(value).padStart(3, '0');
const half = (hour: number): number => hour % 12 || 12;
const monthName = ({ month }: Parts): string => monthNames[month - 1] ?? '';
const dayName = ({ weekday }: Parts): string => dayNames[weekday] ?? '';

function nth(value: number): string {
  const tens = value % 100;
  const last = tens > 10 && tens < 14 ? 0 : value % 10;
  return `${value}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

const shared: Writers = {
  M: ({ month }) => month,
  MM: ({ month }) => two(month),
  MMM: (parts) => monthName(parts).slice(0, 3),
  MMMM: monthName,
  H: ({ hour }) => hour,
  HH: ({ hour }) => two(hour),
  h: ({ hour }) => half(hour),
  hh: ({ hour }) => two(half(hour)),
  m: ({ minute }) => minute,
  mm: ({ minute }) => two(minute),
  s: ({ second }) => second,
  ss: ({ second }) => two(second),
  W: ({ week }) => week,
  WW: ({ week }) => two(week),
  X: ({ ms }) => Math.floor(ms / 1000),
  x: ({ ms }) => ms,
  Z: () => '+00:00',
  ZZ: () => '+0000',
};

const moment: Writers = {
  ...shared,
  Y: ({ y }) => y,
  YY: ({ y }) => two(y % 100),
  YYYY: ({ y }) => String(y).padStart(4, '0'),
  Mo: ({ month }) => nth(month),
  Q: ({ month }) => Math.ceil(month / 3),
  Qo: ({ month }) => nth(Math.ceil(month / 3)),
  D: ({ day }) => day,
  Do: ({ day }) => nth(day),
  DD: ({ day }) => two(day),
  DDD: ({ ordinal }) => ordinal,
  DDDD: ({ ordinal }) => three(ordinal),
  d: ({ weekday }) => weekday,
  do: ({ weekday }) => nth(weekday),
  dd: (parts) => dayName(parts).slice(0, 2),
  ddd: (parts) => dayName(parts).slice(0, 3),
  dddd: dayName,
  e: ({ weekday }) => weekday,
  E: ({ weekday }) => weekday || 7,
  w: ({ week }) => week,
  ww: ({ week }) => two(week),
  Wo: ({ week }) => nth(week),
  wo: ({ week }) => nth(week),
  gggg: ({ weekYear }) => weekYear,
  GGGG: ({ weekYear }) => weekYear,
  k: ({ hour }) => hour || 24,
  kk: ({ hour }) => two(hour || 24),
  A: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  a: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  S: ({ milli }) => Math.floor(milli / 100),
  SS: ({ milli }) => two(Math.floor(milli / 10)),
  SSS: ({ milli }) => three(milli),
  LT: ({ hour, minute }) => `${half(hour)}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
  L: ({ y, month, day }) => `${two(month)}/${two(day)}/${y}`,
  LL: (parts) => `${monthName(parts)} ${parts.day}, ${parts.y}`,
};

const clock = ({ hour, minute }: Parts): string =>
  `${half(hour)}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
const shortDay = (parts: Parts): string =>
  `${monthName(parts).slice(0, 3)} ${parts.day}, ${parts.y}`;
const longDay = (parts: Parts): string => `${monthName(parts)} ${parts.day}, ${parts.y}`;

const luxon: Writers = {
  ...shared,
  y: ({ y }) => y,
  yy: ({ y }) => two(y % 100),
  yyyy: ({ y }) => String(y).padStart(4, '0'),
  L: ({ month }) => month,
  LL: ({ month }) => two(month),
  LLL: (parts) => monthName(parts).slice(0, 3),
  LLLL: monthName,
  d: ({ day }) => day,
  dd: ({ day }) => two(day),
  o: ({ ordinal }) => ordinal,
  ooo: ({ ordinal }) => three(ordinal),
  q: ({ month }) => Math.ceil(month / 3),
  qq: ({ month }) => two(Math.ceil(month / 3)),
  E: ({ weekday }) => weekday || 7,
  EEE: (parts) => dayName(parts).slice(0, 3),
  EEEE: dayName,
  c: ({ weekday }) => weekday || 7,
  ccc: (parts) => dayName(parts).slice(0, 3),
  cccc: dayName,
  kk: ({ weekYear }) => two(weekYear % 100),
  kkkk: ({ weekYear }) => weekYear,
  S: ({ milli }) => milli,
  SSS: ({ milli }) => three(milli),
  u: ({ milli }) => three(milli),
  a: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  D: ({ y, month, day }) => `${month}/${day}/${y}`,
  DD: shortDay,
  DDD: longDay,
  DDDD: (parts) => `${dayName(parts)}, ${longDay(parts)}`,
  t: clock,
  T: ({ hour, minute }) => `${two(hour)}:${two(minute)}`,
  TT: ({ hour, minute, second }) => `${two(hour)}:${two(minute)}:${two(second)}`,
  f: (parts) => `${parts.month}/${parts.day}/${parts.y}, ${clock(parts)}`,
  ff: (parts) => `${shortDay(parts)}, ${clock(parts)}`,
  fff: (parts) => `${longDay(parts)}, ${clock(parts)}`,
  ffff: (parts) => `${dayName(parts)}, ${longDay(parts)}, ${clock(parts)}`,
};

const formats = {
  moment: { writers: moment, pattern: patternOf(moment, String.raw`\[([^\]]*)\]`) },
  luxon: { writers: luxon, pattern: patternOf(luxon, "'([^']*)'") },
} as const;

/** Longest tokens first; letters that are no token stay. */
function patternOf(writers: Writers, quoted: string): RegExp {
  const names = Object.keys(writers).sort((a, b) => b.length - a.length);
  return new RegExp(`${quoted}|(${names.join('|')})|[\\s\\S]`, 'g');
}

/** The date in a format of Moment or Luxon; words are English. */
export function formatDate(date: DateValue, format: string, style: keyof typeof formats): string {
  const { writers, pattern } = formats[style];
  const parts = partsOf(date);
  return format.replace(pattern, (text, quoted?: string, token?: string) => {
    if (quoted !== undefined) return quoted;
    const write = token === undefined ? undefined : ownValue(writers, token);
    return write ? String(write(parts)) : text;
  });
}
