/**
 * Dynamic variables (`<% today %>`): Logseq fills them in when it inserts a template, and whenever it
 * answers a query (frontend/template.cljs). In other text they are shown as written.
 */
import { isRelativeDay } from '../../../relative-day.ts';

/** A variable at one place of a text, without a group for its name. */
export const variablePattern = '<%[^%]*?%>';

const units: ReadonlyMap<string, string> = new Map([
  ['day', 'd'],
  ['week', 'w'],
  ['month', 'm'],
  ['year', 'y'],
]);

/** What a variable of a query stands for. */
export type Variable =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'current page' }
  /** Times, and dates in other words. */
  | { readonly kind: 'unknown' };

/**
 * Reads a whole word such as `<% 7 days ago %>`; null where it is no variable. `day` is relative to the
 * day of the build (see relative-day.ts).
 */
export function readVariable(word: string): Variable | null {
  const inside = /^<%([^%]*)%>$/.exec(word)?.[1]?.trim().toLowerCase();
  if (inside === undefined) return null;
  if (inside === 'current page') return { kind: 'current page' };
  if (isRelativeDay(inside)) return { kind: 'day', day: inside };
  const [, count = '', unit = '', direction = ''] =
    /^(?:in )?(\d{1,5}) (day|week|month|year)s?( ago| from now)?$/.exec(inside) ?? [];
  if (count === '') return { kind: 'unknown' };
  return { kind: 'day', day: `${direction === ' ago' ? '-' : '+'}${count}${units.get(unit)}` };
}
