/** The words by which a note is compared with others: of its names and text. */
import type { Note } from '../note.ts';
import { isFunctionWord } from './function-words.ts';

/** Cuts a text into folded words, in their order; signs of Chinese are words of their own. */
export type CutWords = (text: string) => readonly string[];

/** Each word once, with its weighted count. */
export interface NoteWords {
  readonly words: readonly string[];
  readonly counts: readonly number[];
}

/** How much more a word says that is in a note's title or alias. */
const nameWeight = 3;
/** Signs between which Chinese words do not reach. */
const breaks = /[\n。，、；：！？（）《》「」“”…]+/u;
const hanSign = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** In code such as that of MDX no link is read, and a name in brackets may be that of a private note. */
const unreadLink = /\[\[[^\]\n]*\]\]/gu;

/** Comes after all words that start with a letter of English, and before every other letter. */
const plainEnd = '{';

/** The words of a note's title, aliases and text; its links are compared as links. */
export function noteWords(note: Note, cut: CutWords): NoteWords {
  const { title, aliases, text, journal } = note;
  const counts = new Map<string, number>();
  const add = (word: string, weight: number) => counts.set(word, (counts.get(word) ?? 0) + weight);
  // The title of a journal is its date.
  for (const name of journal === null ? [title, ...aliases] : aliases) {
    for (const word of textWords(name, cut)) add(word, nameWeight);
  }
  for (const word of textWords(text.replace(unreadLink, ' '), cut)) add(word, 1);
  return { words: [...counts.keys()], counts: [...counts.values()] };
}

/**
 * The words of a text without function words and numbers. Of Chinese every two signs side by side are
 * a word, as a query finds a word where its signs are side by side.
 */
export function textWords(text: string, cut: CutWords): string[] {
  const words: string[] = [];
  for (const line of text.split(breaks)) addWords(words, cut(line));
  return words;
}

function addWords(words: string[], line: readonly string[]): void {
  let before = '';
  for (const word of line) {
    const isSign = word > plainEnd && hanSign.test(word);
    const pair = before === '' ? '' : before + word;
    const whole = isSign ? pair : word;
    before = isSign ? word : '';
    if (isTelling(whole)) words.push(whole);
  }
}

function isTelling(word: string): boolean {
  if (word.length < 2 || isFunctionWord(word)) return false;
  const isPlain = word >= 'a' && word < plainEnd;
  return isPlain || !/^\p{N}+$/u.test(word);
}
