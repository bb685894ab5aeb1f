/** What may be properties in the head of a file, in YAML, TOML, JSON, org mode and lines of text. */
import type { HeadLine } from './note-head.ts';

export interface HeadPair extends HeadLine {
  readonly key: string;
  /** The rest of the line. */
  readonly value: string;
  /** '::', ':' or '='. */
  readonly sign: string;
}

/** Every `key: value` of the lines, whatever signs stand around it. */
export function headPairs(lines: readonly HeadLine[]): HeadPair[] {
  const pairs = lines.flatMap((line) => [
    ...linePair(line),
    ...orgPair(line),
    ...bracedPairs(line),
  ]);
  return [...pairs, ...jsonPairs(lines)];
}

/** Signs of lists, quotations, comments, formatting, and keywords before a key. */
const before = /^(?:[^\p{L}\p{N}]|\d{1,3}[.)] |(?:TODO|DOING|NOW|LATER|DONE|PROPERTY) )*/u;
const maxKeyLength = 80;

function linePair(head: HeadLine): HeadPair[] {
  const { text } = head;
  const start = before.exec(text)?.[0].length ?? 0;
  const found = text.slice(start, start + maxKeyLength).search(/[:=]/);
  if (found < 1) return [];
  const end = start + found;
  const [sign = ''] = /^(?::;|[:=]{1,3})/.exec(text.slice(end, end + 3)) ?? [];
  const value = text.slice(end + sign.length);
  const key = text.slice(start, end).trim();
  return [{ ...head, key, value, sign: sign === ':;' ? '::' : sign }];
}

/** `#+PROPERTY: public false`. */
function orgPair(head: HeadLine): HeadPair[] {
  const [, key = '', value = ''] = /^#\+PROPERTY:? (\S{1,80}) (.*)$/i.exec(head.text) ?? [];
  return key === '' ? [] : [{ ...head, key, value, sign: ':' }];
}

const inner = /(?<![\w-])"?([\w-]{1,40})"?\s*[:=]\s*("[^"]*"|[\w.-]+)/g;

/** The pairs of JSON, and of inline tables: `build = { render = "never" }`. */
function bracedPairs(head: HeadLine): HeadPair[] {
  const { text } = head;
  if (!/^["'{]|=\s*\{/.test(text)) return [];
  return [...text.matchAll(inner)].map(([, key = '', value = '']) => {
    return { ...head, key, value, sign: ':' };
  });
}

/** A pair of JSON over several lines. */
function jsonPairs([first, ...rest]: readonly HeadLine[]): HeadPair[] {
  if (!first?.text.startsWith('{')) return [];
  const joined = [first, ...rest].map(({ text }) => text).join(' ');
  return bracedPairs({ ...first, text: joined }).map((pair) => {
    return { ...pair, text: `${pair.key}: ${pair.value}` };
  });
}
