/** Versions of programs, which people write with and without a V: v1.2.3 and 1.2.3. */

/** Whether a folded text is a version. */
export function isVersion(text: string): boolean {
  return /^v?\d+(?:\.\d|$|-\p{L})/u.test(text) && !/^\d+$/.test(text);
}

/** The words of a version with the V that it lacks, or without the one that it has. */
export function otherVersion(words: readonly string[]): string[] {
  const [first = '', ...others] = words;
  return [first.startsWith('v') ? first.slice(1) : `v${first}`, ...others];
}

/** A version without its V; any other text as it is. */
export function withoutV(text: string): string {
  return isVersion(text) ? text.replace(/^v/, '') : text;
}
