/** Dates and durations together. */
import { parseDate } from './date-reading.ts';
import { partsOf } from './date-text.ts';
import { durationMs, type Units } from './durations.ts';
import type { DateValue } from './value.ts';

/** The date some time later: months and years by the calendar, as both programs count. */
export function later(date: DateValue, units: Units, sign: 1 | -1 = 1): DateValue {
  const { y, month, day } = partsOf(date);
  const months = sign * Math.round((units.years ?? 0) * 12 + (units.months ?? 0));
  const first = new Date(Date.UTC(y, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const moved = first.getTime() + (Math.min(day, last) - 1) * 86_400_000;
  const rest = durationMs({ ...units, years: 0, months: 0 });
  const ms = moved + (date.ms - Date.UTC(y, month - 1, day)) + sign * rest;
  const hasClock = rest % 86_400_000 !== 0;
  return { type: 'date', ms, hasTime: date.hasTime || hasClock };
}

export function midnight(date: DateValue): DateValue {
  return {
    type: 'date',
    ms: date.ms - (((date.ms % 86_400_000) + 86_400_000) % 86_400_000),
    hasTime: false,
  };
}

/** Dataview's words for days around the one of the build; null for other words. */
export function namedDay(word: string, today: DateValue): DateValue | null {
  const day = midnight(today);
  const { y, month, weekday } = partsOf(day);
  const on = (ms: number): DateValue => ({ type: 'date', ms, hasTime: false });
  const monday = day.ms - ((weekday || 7) - 1) * 86_400_000;
  switch (word.toLowerCase()) {
    case 'now':
    case 'today':
      return day;
    case 'tomorrow':
      return on(day.ms + 86_400_000);
    case 'yesterday':
      return on(day.ms - 86_400_000);
    case 'sow':
    case 'start-of-week':
      return on(monday);
    case 'eow':
    case 'end-of-week':
      return on(monday + 6 * 86_400_000);
    case 'som':
    case 'start-of-month':
      return on(Date.UTC(y, month - 1, 1));
    case 'eom':
    case 'end-of-month':
      return on(Date.UTC(y, month, 0));
    case 'soy':
    case 'start-of-year':
      return on(Date.UTC(y, 0, 1));
    case 'eoy':
    case 'end-of-year':
      return on(Date.UTC(y, 11, 31));
    default:
      return parseDate(word);
  }
}

/** `3 days ago`, `in 2 months`: the difference to the day of the build. */
export function relativeText(date: DateValue, today: DateValue): string {
  const days = Math.round((midnight(date).ms - midnight(today).ms) / 86_400_000);
  if (days === 0) return 'today';
  const size = Math.abs(days);
  const [count, unit] =
    size < 30
      ? [size, 'day']
      : size < 365
        ? [Math.round(size / 30), 'month']
        : [Math.round(size / 365), 'year'];
  const amount = `${count === 1 ? 'a' : count} ${unit}${count === 1 ? '' : 's'}`;
  return days < 0 ? `${amount} ago` : `in ${amount}`;
}
