/** Patterns of addresses such as `/:year/:month/:title/`, as Jekyll, Hexo and Hugo have them. */

/** Value of a variable; null where the note has none: then the pattern gives no address. */
export type Variables = (name: string) => string | null;

/** Names of patterns in Jekyll: https://jekyllrb.com/docs/permalinks/#built-in-formats */
const namedPatterns = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
]);

const variable = /:([a-z_]+)/giu;

/** Whether an address is a pattern. */
export function isPattern(address: string): boolean {
  return /(?:^|[/._-]):[a-z_]+/iu.test(address);
}

/** The address that a pattern gives; null where a variable has no value. */
export function expandPattern(pattern: string, readVariable: Variables): string | null {
  let isWhole = true;
  const written = namedPatterns.get(pattern) ?? pattern;
  const address = written.replace(variable, (_, name: string) => {
    const value = readVariable(name.toLowerCase());
    if (value === null) isWhole = false;
    return value ?? '';
  });
  return isWhole ? address : null;
}

/** Values of the variables for a date, ISO: year, month, day and the others that programs have. */
export function dateVariables(date: string): ReadonlyMap<string, string> {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?/u.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return new Map();
  const start = Date.UTC(Number(year), 0, 1);
  const ofYear = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - start) / 86_400_000 + 1;
  const yearDay = String(ofYear).padStart(3, '0');
  return new Map(
    Object.entries({
      ...{ year, month, day, hour, minute, second },
      short_year: year.slice(2),
      i_month: String(Number(month)),
      i_day: String(Number(day)),
      ...{ y_day: yearDay, yearday: String(ofYear) },
    }),
  );
}
