/** Where a query stands in a text: for ranking, excerpts and marks. */
import { fold, isHan } from '../cut/cut-text.ts';
import type { ResolvedUnit } from './resolve-unit.ts';
import { stemOf } from './vocabulary-search.ts';

/** A stretch of a text, by UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A pattern that finds a unit in folded text. */
export function patternOf({ unit, forms, how }: ResolvedUnit): string {
  if (unit.kind === 'han' && how !== 'corrected') return escapePattern(unit.text);
  if (unit.kind === 'quoted') return escapePattern(unit.text).replace(/\s+/gu, '\\s+');
  const rows = forms.map(rowPattern).filter((row) => row !== '');
  if (unit.kind === 'compound') rows.unshift(escapePattern(unit.text));
  return rows.length === 0 ? '' : `(?:${[...new Set(rows)].slice(0, 32).join('|')})`;
}

/** Stretches of the text that a pattern marks, in order and apart. */
export function stretchesOf(text: string, patterns: readonly string[]): Stretch[] {
  const folded = fold(text);
  if (folded.length !== text.length) return [];
  const found = patterns
    .filter((pattern) => pattern !== '')
    .flatMap((pattern) => [...folded.matchAll(new RegExp(pattern, 'gu'))])
    .filter((match) => match[0] !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Stretch[] = [];
  for (const stretch of found) {
    const last = apart.at(-1);
    if (last && stretch.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    } else apart.push(stretch);
  }
  return apart;
}

/** Words in a row, whatever marks stand between them, each in any of its English forms. */
function rowPattern(words: readonly string[]): string {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return wordPattern(only);
  const between = words.every(isHan) ? '' : '[^\\p{L}\\p{N}]{0,3}';
  return words.map(wordPattern).join(between);
}

function wordPattern(word: string): string {
  if (!/^[\p{Script=Latin}\p{N}]+$/u.test(word)) return escapePattern(word);
  const stem = stemOf(word);
  const ending = stem === word && word.length < 3 ? '' : '[a-z]{0,6}';
  return `(?<![\\p{Script=Latin}\\p{N}])${escapePattern(stem)}${/\p{N}$/u.test(stem) ? '' : ending}(?![\\p{Script=Latin}\\p{N}])`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
