/** Days relative to today, as Logseq's queries name them. */
import { ownValue } from './own-value.ts';

const pattern = /^([+-]?)(\d{1,5})(y|m|w|d|h|min)$/i;
const words: Readonly<Record<string, number>> = { today: 0, now: 0, yesterday: -1, tomorrow: 1 };

/** Whether the text names a day relative to today: 'today', 'yesterday', '-7d', '+1w', '3m'. */
export function isRelativeDay(text: string): boolean {
  return ownValue(words, text.toLowerCase()) !== undefined || pattern.test(text);
}

/** The ISO day that `text` names on the ISO day `today`; null where it names none. */
export function relativeDay(text: string, today: string): string | null {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const word = ownValue(words, text.toLowerCase());
  if (word !== undefined) return isoDay(year, month, day + word);
  const [, sign = '', count = '0', unit = ''] = pattern.exec(text) ?? [];
  if (unit === '') return null;
  const by = sign === '-' ? -Number(count) : Number(count);
  switch (unit.toLowerCase()) {
    case 'y':
      return isoDay(year + by, month, day);
    case 'm':
      return isoDay(year, month + by, day);
    case 'w':
      return isoDay(year, month, day + 7 * by);
    case 'd':
      return isoDay(year, month, day + by);
    default:
      return isoDay(year, month, day);
  }
}

function isoDay(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
