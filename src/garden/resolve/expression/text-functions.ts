/** Functions of texts that both languages have, and regular expressions with a limit. */

/** The pattern, or null where it is none or too long. */
export function patternOf(source: string, flags: string): RegExp | null {
  if (source.length > 500) return null;
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

/** `hello world` → `Hello World` */
export function titleCase(text: string): string {
  return text.replace(/(^|\s)(\S)/gu, (_, space: string, first: string) => {
    return space + first.toUpperCase();
  });
}

/** Whether the words hold this one, whatever its case. */
export function holdsWord(text: string, word: string): boolean {
  const wanted = word.toLowerCase();
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}_]+/u)
    .includes(wanted);
}

/** At most `length` characters, the end mark among them. */
export function truncated(text: string, length: number, mark: string): string {
  if (text.length <= length) return text;
  return text.slice(0, Math.max(0, length - mark.length)) + mark;
}
