/** Dates in properties: in digits, in English words, and as plugins write them. */
import type { PropertyValue } from '../../note.ts';

const weekday =
  /(?:\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?|(?:星期|周|礼拜)[一二三四五六日天])/giu;

const timeAtEnd =
  /(?:[T\s,]|(?<=日))+(?:at\s+)?(上午|下午)?\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:(Z)|(?:UTC|GMT)?\s*([+-]\d{2}:?\d{2})|(?:UTC|GMT))?$/iu;

/**
 * ISO date (`2026-05-01`) or date-time (`2026-05-01T09:30:00`, with the zone as written) of a value; ''
 * for anything else, also for `03/04/2026`, which may be March or April. Read are `2026/5/1 9:30`,
 * `2026年5月1日`, `20260501`, `1.5.2026`, `Friday, May 1st 2026, 9:30:00 am` (the Linter plugin's
 * default), `1 May 2026`, `[[2026-05-01]]`, and numbers of seconds or milliseconds since 1970.
 */
export function readDate(value: PropertyValue | undefined): string {
  if (typeof value === 'number') return numberDate(value);
  if (typeof value !== 'string') return '';
  const text = value
    .trim()
    .replace(/^\[\[|\]\]$|\s*\([^()]*\)$/gu, '')
    .replace(weekday, ' ')
    .trim();
  const time = timeAtEnd.exec(text);
  const date = dayOf((time ? text.slice(0, time.index) : text).replace(/^[\s,]+|[\s,]+$/gu, ''));
  if (date === '' || !time) return date;
  const clock = clockOf(time);
  return clock === '' ? '' : `${date}T${clock}`;
}

/** `YYYYMMDD`, perhaps with hours, minutes and seconds, or time since 1970. */
function numberDate(value: number): string {
  const digits = String(value);
  const parts = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/u.exec(digits);
  if (parts) {
    const [, year, month, day, hour, minute, second = '00'] = parts;
    const date = isoDay(Number(year), Number(month), Number(day));
    if (date !== '' && hour === undefined) return date;
    if (date !== '' && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60) {
      return `${date}T${hour}:${minute}:${second}`;
    }
  }
  const milliseconds = value > 1e11 ? value : value > 1e9 ? value * 1000 : Number.NaN;
  const isTime = milliseconds > 0 && milliseconds < 4e12;
  return isTime ? new Date(milliseconds).toISOString() : '';
}

function clockOf(match: RegExpExecArray): string {
  const [, half = '', written, minute = '', second = '00', meridiem = '', utc, offset] = match;
  const isLate = half === '下午' || /^p/iu.test(meridiem);
  const isEarly = half === '上午' || /^a/iu.test(meridiem);
  let hour = Number(written);
  if ((isLate || isEarly) && hour > 12) return half === '' ? '' : clock(hour, minute, second);
  if (isLate && hour < 12) hour += 12;
  if (isEarly && hour === 12) hour = 0;
  const zone = utc ? 'Z' : (offset ?? '').replace(/^(...)(\d\d)$/u, '$1:$2');
  const time = clock(hour, minute, second);
  return time === '' ? '' : `${time}${zone}`;
}

function clock(hour: number, minute: string, second: string): string {
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return '';
  return `${String(hour).padStart(2, '0')}:${minute}:${second}`;
}

const yearFirst = /^(\d{4})(?:\s*[-/.]\s*|\s*年\s*)(\d{1,2})(?:\s*[-/.]\s*|\s*月\s*)(\d{1,2})日?$/u;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u;
const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/iu;

function dayOf(text: string): string {
  if (/^\d{8}(?:\d{4}(?:\d{2})?)?$/u.test(text)) return numberDate(Number(text));
  const digits = yearFirst.exec(text);
  if (digits) return isoDay(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const last = yearLast.exec(text);
  if (last) return europeanOrAmerican(last);
  const words = monthFirst.exec(text);
  if (words) return isoDay(Number(words[3]), monthOf(words[1]), Number(words[2]));
  const reversed = dayFirst.exec(text);
  return reversed ? isoDay(Number(reversed[3]), monthOf(reversed[2]), Number(reversed[1])) : '';
}

/** With points the day is first; with slashes only a number above 12 shows which one is the day. */
function europeanOrAmerican([, first, divider, second, year]: RegExpExecArray): string {
  const [one, two] = [Number(first), Number(second)];
  if (divider === '.' || one > 12) return isoDay(Number(year), two, one);
  return two > 12 || one === two ? isoDay(Number(year), one, two) : '';
}

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** Number of an English month, also shortened to three or four letters; 0 for other words. */
function monthOf(word = ''): number {
  const name = word.toLowerCase();
  return (
    months.findIndex((month) => month === name || (name.length < 5 && month.startsWith(name))) + 1
  );
}

function isoDay(year: number, month: number, day: number): string {
  const isDay =
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!isDay) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
