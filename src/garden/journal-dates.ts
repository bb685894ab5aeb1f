/**
 * Journal titles: dates in the patterns of cljs-time (`MMM do, yyyy`), both ways. Only the letters
 * that Logseq's own formats use are known: y M d E and 'do'.
 */
import { escapePattern } from './escape.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Formats in which Logseq reads a journal's name whatever the graph is set to. */
export const fallbackJournalFormats: readonly string[] = [
  'MMM do, yyyy',
  'yyyy-MM-dd',
  'yyyy_MM_dd',
];

interface Pattern {
  readonly expression: RegExp;
  /** What each group of the expression stands for. */
  readonly parts: readonly string[];
}

const patterns = new Map<string, Pattern>();

/**
 * The ISO date (YYYY-MM-DD) that `name` stands for in the first format that reads it, or null. A
 * weekday must be spelled as a weekday but need not be the right one, as in Logseq.
 */
export function journalDate(name: string, formats: readonly string[]): string | null {
  if (!/\d/.test(name)) return null;
  for (const format of formats) {
    const date = readDate(name, format);
    if (date) return date;
  }
  return null;
}

/** The title of a journal: an ISO date written in a format. */
export function journalTitle(date: string, format: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  return tokensOf(format)
    .map((token) => writePart(token, { year, month, day, weekday }))
    .join('');
}

function readDate(name: string, format: string): string | null {
  const { expression, parts } = patternOf(format);
  const match = expression.exec(name.trim());
  if (!match) return null;
  const found = { year: 0, month: 0, day: 0 };
  parts.forEach((part, index) => {
    const text = match[index + 1] ?? '';
    if (/^y/.test(part)) found.year = Number(text) + (text.length === 2 ? 2000 : 0);
    else if (/^MMM/.test(part)) found.month = monthOf(text);
    else if (/^M/.test(part)) found.month = Number(text);
    else if (/^d/.test(part)) found.day = Number.parseInt(text, 10);
  });
  return isoDate(found.year, found.month, found.day);
}

/** The ISO date of a year, month and day, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
  return exists && date.getUTCDate() === day && year > 999 ? date.toISOString().slice(0, 10) : null;
}

function monthOf(text: string): number {
  const lower = text.toLowerCase();
  return (
    months.findIndex(
      (name) => lower === name.toLowerCase() || lower === name.slice(0, 3).toLowerCase(),
    ) + 1
  );
}

function patternOf(format: string): Pattern {
  const known = patterns.get(format);
  if (known) return known;
  const parts: string[] = [];
  const source = tokensOf(format).map((token) => {
    const expression = expressionOf(token);
    if (!expression) return escapePattern(token.replaceAll("'", ''));
    parts.push(token);
    return `(${expression})`;
  });
  const pattern = { expression: new RegExp(`^${source.join('')}$`, 'i'), parts };
  patterns.set(format, pattern);
  return pattern;
}

/** Runs of one letter ('yyyy'), the ordinal 'do', quoted text, and the text between. */
function tokensOf(format: string): string[] {
  return format.match(/'[^']*'|do|([yMdEe])\1*|[^yMdEe']+/g) ?? [];
}

function expressionOf(token: string): string | null {
  if (token === 'do') return '\\d{1,2}(?:st|nd|rd|th)';
  if (/^y+$/.test(token)) return token.length === 2 ? '\\d{2}' : '\\d{4}';
  if (/^MMM+$/.test(token)) return token.length === 3 ? '[a-z]{3}' : '[a-z]{3,9}';
  if (/^[Md]+$/.test(token)) return token.length === 2 ? '\\d{2}' : '\\d{1,2}';
  if (/^[Ee]+$/.test(token)) return weekdays.flatMap((day) => [day, day.slice(0, 3)]).join('|');
  return null;
}

function writePart(
  token: string,
  date: { year: number; month: number; day: number; weekday: string },
): string {
  const month = months[date.month - 1] ?? '';
  if (token === 'do') return `${date.day}${ordinalSuffix(date.day)}`;
  if (/^y+$/.test(token))
    return token.length === 2 ? String(date.year).slice(2) : String(date.year);
  if (/^MMM+$/.test(token)) return token.length === 3 ? month.slice(0, 3) : month;
  if (/^M+$/.test(token)) return String(date.month).padStart(token.length, '0');
  if (/^d+$/.test(token)) return String(date.day).padStart(token.length, '0');
  if (/^[Ee]+$/.test(token)) return token.length > 3 ? date.weekday : date.weekday.slice(0, 3);
  return token.replaceAll("'", '');
}

function ordinalSuffix(day: number): string {
  if (day > 3 && day < 21) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
