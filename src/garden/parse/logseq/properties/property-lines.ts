/** `key:: value` lines: their syntax, the keys that Logseq hides, and the types of values. */
import type { PropertyValue } from '../../../note.ts';

export interface PropertyLine {
  /** Lower case, '_' as '-'. */
  readonly key: string;
  readonly value: string;
  /** Offset of the value in the line. */
  readonly offset: number;
}

/** Keys that Logseq uses itself and never shows. */
const builtIn = new Set(
  (
    'id custom-id background-color heading collapsed created-at updated-at last-modified-at created_at ' +
    'query-table query-properties query-sort-by query-sort-desc ls-type hl-type hl-page hl-stamp hl-color ' +
    'logseq.macro-name logseq.macro-arguments logseq.order-list-type todo doing now later done ' +
    'logseq.query/nlp-date logseq.color title filters icon public publish'
  ).split(' '),
);

const builtInFamilies = /^(?:card-|logseq\.tldraw\.|logseq\.table\.)/;

/** Keys whose values Logseq always splits on commas. */
const listKeys = new Set(['alias', 'aliases', 'tags']);

/** Reads a line as a property, or gives null: `my key:: x` and `a::b` are text. */
export function readPropertyLine(line: string): PropertyLine | null {
  const match = /^([\t ]*)([^\s"^(){}#:`[\]][^\s"^(){}`[\]]*?)::(?:[\t ]+|$)/.exec(line);
  if (!match) return null;
  const key = (match[2] ?? '').toLowerCase().replaceAll('_', '-').normalize('NFC');
  const rest = line.slice(match[0].length);
  const value = rest.trim();
  return { key, value, offset: match[0].length + rest.indexOf(value) };
}

/** Whether a property is shown: not Logseq's own, and not hidden by the graph's settings. */
export function isShown(key: string, hidden: readonly string[]): boolean {
  return !builtIn.has(key) && !builtInFamilies.test(key) && !hidden.includes(key);
}

/** Whether values of the key are lists of names by commas. */
export function isList(key: string, listProperties: readonly string[]): boolean {
  return listKeys.has(key) || listProperties.includes(key);
}

/** The names in a list value: split on ',' and '，', without brackets and '#'. */
export function listedNames(value: string): string[] {
  const names = splitList(value).map(({ text }) => bareName(text));
  return [...new Set(names.filter((name) => name !== ''))];
}

const references = /#?\[\[(?:[^\]]|\](?!\]))*\]\]|(?<!\S)#[^\s#,，]*[^\s#,，.;]/g;

/**
 * The parts of a list value with their offsets: split on commas outside `[[…]]`, and each reference apart
 * from the words beside it, as in `[[a]] [[b]] c`. What holds only punctuation is no part.
 */
export function splitList(value: string): { text: string; offset: number }[] {
  const parts: { text: string; offset: number }[] = [];
  const add = (from: number, to: number): void => {
    const text = value.slice(from, to);
    if (/^[\s.;、/|&]*$/u.test(text)) return;
    parts.push({ text: text.trim(), offset: from + text.length - text.trimStart().length });
  };
  for (const { 0: item, index: start } of value.matchAll(
    /(?:\[\[(?:[^\]]|\](?!\]))*\]\]|[^,，])+/g,
  )) {
    let from = start;
    for (const { 0: reference, index } of item.matchAll(references)) {
      add(from, start + index);
      from = start + index + reference.length;
      add(start + index, from);
      // Punctuation behind a reference does not begin the next name.
      from += /^[.;、|&]*/u.exec(value.slice(from))?.[0].length ?? 0;
    }
    add(from, start + item.length);
  }
  return parts;
}

/** `[[a]]`, `#a` and `#[[a]]` as 'a'; anything else as it is. */
export function bareName(text: string): string {
  return text
    .trim()
    .replace(/^#(?=\S)/, '')
    .replace(/^\[\[(.*)\]\]$/, '$1')
    .trim();
}

/** A value with Logseq's typing: quoted text stays text, true and false, whole numbers. */
export function typedValue(key: string, value: string, lists: readonly string[]): PropertyValue {
  if (isQuoted(value)) return value.slice(1, -1);
  if (isList(key, lists)) return listedNames(value);
  if (value === 'true' || value === 'false') return value === 'true';
  if (/^\d{1,15}$/.test(value)) return Number(value);
  return value;
}

/** Whether a value is in double quotes: then it has no references. */
export function isQuoted(value: string): boolean {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"');
}
