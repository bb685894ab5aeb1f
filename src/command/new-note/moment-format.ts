/** Dates in the patterns of moment.js, with which Obsidian writes names of daily notes. Pure. */
import { journalTitle } from '../../garden/journal-dates.ts';

/** A point in time as the author's clock shows it. */
export interface LocalTime {
  /** ISO day. */
  readonly day: string;
  /** 'HH:mm' or 'HH:mm:ss'. */
  readonly time: string;
}

/** The local time of a date. */
export function localTime(date: Date): LocalTime {
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`,
  };
}

/** Tokens of moment.js as journal titles have them (Unicode's). */
const tokens: ReadonlyMap<string, string> = new Map([
  ['YYYY', 'yyyy'],
  ['YY', 'yy'],
  ['DD', 'dd'],
  ['Do', 'do'],
  ['D', 'd'],
  ['dddd', 'EEEE'],
  ['ddd', 'EEE'],
  ['MMMM', 'MMMM'],
  ['MMM', 'MMM'],
  ['MM', 'MM'],
  ['M', 'M'],
]);

/** Writes a time in a format: `YYYY/MM/DD [at] HH:mm`. Tokens that are not known stay as written. */
export function momentText(format: string, { day, time }: LocalTime): string {
  const [hours = '', minutes = '', seconds = ''] = time.split(':');
  const clock = new Map<string, string>([
    ['HH', hours],
    ['H', String(Number(hours))],
    ['mm', minutes],
    ['ss', seconds],
  ]);
  return format.replace(
    /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|Do|DD|D|dddd|ddd|HH|H|mm|ss/g,
    (token, literal: string | undefined) => {
      const known = tokens.get(token);
      return literal ?? clock.get(token) ?? (known ? journalTitle(day, known) : token);
    },
  );
}
