/** Matches of a query in a text, for ranking, excerpts and highlights. */
import { escapePattern } from '../../garden/escape.ts';
import { fold, foldedPlaces, isHan, withSigns } from '../cut/cut-text.ts';
import { asWritten, type Simplify } from '../cut/traditional.ts';
import type { ResolvedUnit } from './resolve-unit.ts';
import { stemOf } from './vocabulary-search.ts';

/** A range of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Source of a regular expression that matches a unit in folded text; '' if there is none. */
export function patternOf({ unit, forms, how }: ResolvedUnit): string {
  if (unit.kind === 'han' && how !== 'corrected') return escapePattern(unit.text);
  if (unit.kind === 'quoted') return escapePattern(unit.text).replace(/\s+/gu, '\\s+');
  const phrases = forms.map(phrasePattern).filter((phrase) => phrase !== '');
  if (unit.kind === 'compound') phrases.unshift(escapePattern(unit.text));
  return phrases.length === 0 ? '' : `(?:${[...new Set(phrases)].slice(0, 32).join('|')})`;
}

/** Ranges of the text that match, in order; those that overlap or touch are merged. */
export function spansOf(
  text: string,
  patterns: readonly string[],
  simplify: Simplify = asWritten,
): Span[] {
  const folded = fold(simplify(text));
  const places = foldedPlaces(text);
  const placeOf = (index: number) => places?.[index] ?? index;
  const found = patterns
    .filter((pattern) => pattern !== '')
    .flatMap((pattern) => [...folded.matchAll(new RegExp(pattern, 'gu'))])
    .filter((match) => match[0] !== '')
    .map((match) => ({
      start: placeOf(match.index),
      end: placeOf(match.index + match[0].length),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of found) {
    const last = apart.at(-1);
    if (last && span.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}

/** Words in order, with punctuation between them, each in any of its English forms. */
function phrasePattern(words: readonly string[]): string {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return wordPattern(only);
  const between = words.every(isHan) ? '' : '[^\\p{L}\\p{N}]{0,3}';
  return words.map(wordPattern).join(between);
}

/** Letters and the ones that they stand for on a keyboard without them, as in `spellingOf`. */
const otherLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ss: '(?:ss|ß)',
    ae: '(?:ae|æ)',
    oe: '(?:oe|œ)',
    th: '(?:th|þ)',
    o: '[oø]',
    l: '[lł]',
    d: '[dđð]',
    i: '[iı]',
    h: '[hħ]',
  }),
);

function withOtherLetters(word: string): string {
  return word.replace(/ss|ae|oe|th|[oldih]/g, (letters) => otherLetters.get(letters) ?? letters);
}

function wordPattern(word: string): string {
  const signs = withSigns(word);
  if (signs !== word) {
    return `(?<![\\p{Script=Latin}\\p{N}])${escapePattern(signs)}(?![\\p{L}+#])`;
  }
  if (!/^[\p{Script=Latin}\p{N}]+$/u.test(word)) return escapePattern(word);
  const stem = stemOf(word);
  const ending = stem === word && word.length < 3 ? '' : '[a-z]{0,6}';
  return `(?<![\\p{Script=Latin}\\p{N}])${withOtherLetters(stem)}${/\p{N}$/u.test(stem) ? '' : ending}(?![\\p{Script=Latin}\\p{N}])`;
}
