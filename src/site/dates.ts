/** Dates for readers. Notes have ISO dates; a time zone never moves them to another day. */

/** '2026-11-21' or '2026-11-21T09:30' in the format of `lang`; invalid dates are returned unchanged. */
export function showDate(iso: string, lang: string, style: 'short' | 'long' = 'short'): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return formatOf(lang, style).format(date);
}

/** Formats by language and style: to make one takes longer than to render a line. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(lang: string, style: 'short' | 'long'): Intl.DateTimeFormat {
  const key = `${lang} ${style}`;
  const known = formats.get(key);
  if (known) return known;
  const options: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { dateStyle: 'full' }
      : { year: 'numeric', month: lang.startsWith('zh') ? 'long' : 'short', day: 'numeric' };
  const format = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

/** 'November 2026' for '2026-11'. */
export function showMonth(month: string, lang: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    date,
  );
}

/** One letter for each day of the week, Monday first. */
export function weekdayLetters(lang: string): readonly string[] {
  const format = new Intl.DateTimeFormat(lang, { weekday: 'narrow', timeZone: 'UTC' });
  // The fifth of January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(1970, 0, 5 + day))));
}

/** The days of a month as weeks of seven, Monday first; null where the month has no day. */
export function weeksOf(month: string): readonly (readonly (number | null)[])[] {
  const [year, index] = month.split('-').map(Number) as [number, number];
  const blanks = (new Date(Date.UTC(year, index - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, index, 0)).getUTCDate();
  const days = Array.from({ length: blanks + length }, (_, i) =>
    i < blanks ? null : i - blanks + 1,
  );
  const weeks = [];
  for (let i = 0; i < days.length; i += 7) weeks.push([...days.slice(i, i + 7)]);
  const last = weeks.at(-1);
  while (last && last.length < 7) last.push(null);
  return weeks;
}
