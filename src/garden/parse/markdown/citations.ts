/**
 * Citations in brackets, as Pandoc writes them: `[@key]`, `[see @key, p. 3; @other]`
 * (https://pandoc.org/MANUAL.html#citation-syntax). A key alone in the text is text, for it looks like a
 * person's name: `@ada`.
 */
import type { CitedItem } from '../../bibliography.ts';
import type { Citation } from '../../body.ts';

/** A text that may be a citation; what stands in its brackets is the first group. */
export const citationInText = /\[((?:[^[\]@\n]*[\s;])?-?@[^[\]\n]+)\](?!\()/gu;

const item =
  /^(?<prefix>[^@]*?)\s*-?@(?:\{(?<braced>[^{}]+)\}|(?<key>[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_/])?))(?:\s*,?\s+(?<locator>\S.*))?$/u;

/** The citation in brackets; null where one of its parts names no key. `source` is all of it. */
export function readCitation(inside: string, source: string): Citation | null {
  const items = inside.split(';').map(readItem);
  const found = items.filter((item) => item !== null);
  return found.length === items.length ? { type: 'citation', items: found, source } : null;
}

function readItem(text: string): CitedItem | null {
  const { prefix = '', braced, key, locator = '' } = item.exec(text.trim())?.groups ?? {};
  const name = braced ?? key;
  return name === undefined ? null : { key: name, prefix: prefix.trim(), locator: locator.trim() };
}
