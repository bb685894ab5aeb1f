/** Reads dates from texts. */
import { monthNames, two } from './date-text.ts';
import type { DateValue } from './value.ts';

const iso =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;

/** An ISO date or date-time, also with a blank in place of the T; null for other texts. */
export function parseDate(text: string): DateValue | null {
  const found = iso.exec(text.trim());
  if (!found) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part, index) => (part === undefined ? (index === 2 ? 1 : 0) : Number(part)));
  const fraction = Number((found[7] ?? '0').padEnd(3, '0'));
  const ms = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
  const isReal = new Date(ms).getUTCDate() === day && month >= 1 && month <= 12 && hour < 25;
  return isReal ? { type: 'date', ms, hasTime: found[4] !== undefined } : null;
}

/** Dataview's `date(text, format)`: the numeric tokens of Luxon. */
export function parseDateAs(text: string, format: string): DateValue | null {
  const fields: string[] = [];
  const source = format.replace(
    /'([^']*)'|(yyyy|yy|MMMM|MMM|MM|M|dd|d|HH|H|mm|m|ss|s|x|X)|[\s\S]/g,
    (sign, quoted?: string, token?: string) => {
      if (quoted !== undefined || token === undefined) {
        return (quoted ?? sign).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      }
      fields.push(token);
      if (token === 'yyyy') return '(\\d{4})';
      if (/^MMM/.test(token)) return '([A-Za-z]+)';
      return token === 'x' || token === 'X'
        ? '(-?\\d+)'
        : token.length === 2
          ? '(\\d{2})'
          : '(\\d{1,2})';
    },
  );
  const found = new RegExp(`^${source}$`).exec(text.trim());
  if (!found) return null;
  const at = (...names: string[]): string | undefined => {
    const index = fields.findIndex((field) => names.includes(field));
    return index < 0 ? undefined : found[index + 1];
  };
  const stamp = at('x') ?? at('X');
  if (stamp !== undefined) {
    return { type: 'date', ms: Number(stamp) * (at('X') === undefined ? 1 : 1000), hasTime: true };
  }
  const short = at('yy');
  const year =
    at('yyyy') ?? (short === undefined ? '1970' : `${Number(short) > 60 ? 19 : 20}${short}`);
  const word = at('MMMM', 'MMM')?.toLowerCase().slice(0, 3);
  const named = monthNames.findIndex((name) => name.toLowerCase().slice(0, 3) === word) + 1;
  const month = Number(at('MM', 'M') ?? (named || 1));
  const clockParts = [at('HH', 'H'), at('mm', 'm'), at('ss', 's')].map((part) =>
    two(Number(part ?? 0)),
  );
  const day = `${year}-${two(month)}-${two(Number(at('dd', 'd') ?? 1))}`;
  return parseDate(at('HH', 'H') === undefined ? day : `${day}T${clockParts.join(':')}`);
}
