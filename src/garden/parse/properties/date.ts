/** Dates in properties. */
import type { PropertyValue } from '../../note.ts';

const pattern =
  /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/u;

/**
 * ISO date (`2026-05-01`) or date-time (`2026-05-01T09:30:00`, with the zone as written) of a value such
 * as `2026-05-01`, `2026/5/1 9:30`, `2026年5月1日` or `[[2026-05-01]]`; '' for anything else.
 */
export function readDate(value: PropertyValue | undefined): string {
  if (typeof value !== 'string') return '';
  const match = pattern.exec(value.trim().replace(/^\[\[|\]\]$/gu, ''));
  if (!match) return '';
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', zone = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(Number(year), Number(month), Number(day))) return '';
  if (hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return '';
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone.replace(/^(...)(\d\d)$/u, '$1:$2')}`;
}

function isDay(year: number, month: number, day: number): boolean {
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}
