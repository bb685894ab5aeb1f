/** Parses a query into units that a page must contain. */
import { fold, isHan, wordsOf } from '../cut/cut-text.ts';
import { isAsking, isLightWord, isStopWord } from './stop-words.ts';

export interface Unit {
  /**
   * 'han': a run of Chinese characters; 'word': one word; 'compound': words joined by punctuation, such
   * as `acks=all`; 'quoted': a phrase that the page must contain exactly.
   */
  readonly kind: 'han' | 'word' | 'compound' | 'quoted';
  /** As typed, folded, without punctuation around it. */
  readonly text: string;
  /** Its words in order, as in the index. */
  readonly words: readonly string[];
  /** Carries no subject, so that a page need not contain it. */
  readonly optional: boolean;
}

export interface Query {
  /** The whole query, folded, without quotation marks, for exact matches. */
  readonly text: string;
  readonly units: readonly Unit[];
  /** What a page must not contain: `-word` and `-"two words"`. */
  readonly excluded: readonly Unit[];
}

const quoted = /["“”「『]([^"“”「」『』]+)["“”」』]/gu;
/** Of two letters or more, as `-r` is an option of a command; none of them is after a letter. */
const minus = /(?<!\S)-(?:["“]([^"“”]+)["”]|(?=[\p{L}\p{N}_])([^\s"“”]{2,}))/gu;
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;
const marksAround =
  /^[("'“‘（【《[{<,;:?!。，；：？！、]+|[)"'”’）】》\]}>,;:?!.。，；：？！、]+$/gu;

/** Parses a query; one without any word has no units. */
export function readQuery(source: string): Query {
  const { typed, excluded } = splitExcluded(source);
  const phrases = [...typed.matchAll(quoted)].map((match) => unitOf('quoted', match[1] ?? ''));
  const rest = typed.replace(quoted, ' ').match(runs) ?? [];
  const units = [...phrases, ...rest.map(looseUnit)].filter((unit) => unit.words.length > 0);
  const text = fold(typed.replace(/["“”「」『』]/gu, ' '))
    .replace(/\s+/gu, ' ')
    .trim();
  return { text, units: distinct(weigh(units)), excluded };
}

/** What is looked for, apart from what a page must not contain; a query of `-word` alone looks for it. */
export function splitExcluded(source: string): { typed: string; excluded: Unit[] } {
  const whole = source.normalize('NFKC').trim();
  const typed = whole.replace(minus, ' ').trim();
  if (wordsOf(typed).length === 0) return { typed: whole, excluded: [] };
  const excluded = [...whole.matchAll(minus)].map(([, phrase, word]) =>
    phrase === undefined ? looseUnit(word ?? '') : unitOf('quoted', phrase),
  );
  return { typed, excluded: excluded.filter(({ words }) => words.length > 0) };
}

/** One unit of a text without spaces. */
function looseUnit(text: string): Unit {
  if (isHan(text)) return unitOf('han', text);
  const bare = text.replace(marksAround, '');
  return unitOf(wordsOf(bare).length > 1 ? 'compound' : 'word', bare);
}

function unitOf(kind: Unit['kind'], source: string): Unit {
  return { kind, text: fold(source).trim(), words: wordsOf(source), optional: false };
}

/** Words that carry no subject are optional if other units are left. */
function weigh(units: readonly Unit[]): Unit[] {
  const isQuestion = units.some(({ kind, text }) => kind === 'word' && isAsking(text));
  const light = units.map(
    ({ kind, text }) =>
      (kind === 'word' && (isLight(text) || (isQuestion && isLightWord(text)))) ||
      (kind === 'han' && isLightWord(text)),
  );
  if (light.every(Boolean)) return [...units];
  return units.map((unit, index) => ({ ...unit, optional: light[index] === true }));
}

function isLight(word: string): boolean {
  return isStopWord(word) || /^-*[a-z]$/.test(word);
}

function distinct(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter(({ kind, text }) => {
    const key = `${kind} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
