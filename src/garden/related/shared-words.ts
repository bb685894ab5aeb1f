/** The words that two notes share, as a reader knows them. */
import type { WordVectors } from './word-vectors.ts';

/** Title and text of a note, and the same in lower case where that is as long; else the text itself. */
export interface ComparedText {
  readonly text: string;
  readonly lower: string;
}

const hanPair = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}$/u;
const wordSign = /[\p{L}\p{N}]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters on each side of a pair of Chinese signs in which its words are looked for. */
const context = 12;
/** Longer ones are sentences that both notes quote. */
const maxLength = 8;

/** At most `count` shared words, the most telling first, as the first note spells them. */
export function sharedWords(
  { vectors }: WordVectors,
  spellings: readonly string[],
  [note, other]: readonly [number, number],
  [text, otherText]: readonly [ComparedText, ComparedText],
  count: number,
): readonly string[] {
  const weights = new Map((vectors[other] ?? []).map(({ word, weight }) => [word, weight]));
  const shared = (vectors[note] ?? []).flatMap(({ word, weight }) => {
    const there = weights.get(word);
    return there === undefined ? [] : [{ word: spellings[word] ?? '', weight: weight * there }];
  });
  const words: string[] = [];
  for (const { word } of shared.sort((a, b) => b.weight - a.weight)) {
    if (words.length === count) break;
    const whole = hanPair.test(word)
      ? wholeWord(word, text, otherText)
      : spelled(word, text, otherText);
    if (whole !== '') addDistinct(words, whole);
  }
  return words;
}

/** Adds a word, unless a longer one has it; it takes the place of a shorter one that it has. */
function addDistinct(words: string[], word: string): void {
  if (words.some((known) => known.includes(word))) return;
  const shorter = words.findIndex((known) => word.includes(known));
  if (shorter < 0) words.push(word);
  else words[shorter] = word;
}

/**
 * The words of a dictionary that a pair of Chinese signs is of, where both texts have them: 双链笔记 for
 * 链笔. '' where they do not: such a pair is a part of different words.
 */
function wholeWord(pair: string, { text }: ComparedText, other: ComparedText): string {
  const at = text.indexOf(pair);
  if (at < 0) return '';
  const start = Math.max(0, at - context);
  let whole = '';
  for (const { segment, index } of segmenter.segment(text.slice(start, at + 2 + context))) {
    const from = start + index;
    if (from < at + 2 && from + segment.length > at) whole += segment;
  }
  return whole.length <= maxLength && other.text.includes(whole) ? whole : '';
}

/** The word as the text spells it, `Kafka` for `kafka`; '' where it is only in titles of links. */
function spelled(word: string, { text, lower }: ComparedText, other: ComparedText): string {
  if (!other.lower.includes(word)) return '';
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isInside = wordSign.test(text.charAt(at - 1)) || wordSign.test(text.charAt(end));
    if (!isInside) return text.slice(at, end);
  }
  return '';
}
