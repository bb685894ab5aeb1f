/**
 * The Latin words of the garden, in small files by first letter. They complete a half-typed word, correct
 * a misspelt one, and find identifiers by their parts.
 */
import { cutText, fold, humpsOf, isHan } from '../cut/cut-text.ts';
import type { SearchRecord } from '../cut/record.ts';

export interface Word {
  /** Folded, as in the index: 'crashloopbackoff'. */
  readonly text: string;
  /** The parts of a compound: ['crash', 'loop', 'back', 'off']. */
  readonly parts: readonly string[];
  /** log₂ of the number of pages with it: 0 for one, 1 for two or three, 2 for four … */
  readonly size: number;
}

/** Longer words are left out. */
const maxLength = 40;

/** How many pages have a word, and the parts of the compound that it is. */
export type CountedWords = ReadonlyMap<
  string,
  { readonly pages: number; readonly parts: readonly string[] }
>;

/** The words of all records by file name; a word is in the file of each of its parts. */
export function vocabularyFiles(records: readonly SearchRecord[]): Map<string, string> {
  return filesOfWords(countWords(records));
}

/** Counted words in columns, as they are kept on disk. */
export interface PackedCounts {
  readonly words: readonly string[];
  readonly pages: Uint32Array;
  /** Index of each word that is a compound, and its parts. */
  readonly compounds: readonly (readonly [number, readonly string[]])[];
}

export function packCounts(counts: CountedWords): PackedCounts {
  const all = [...counts];
  return {
    words: all.map(([word]) => word),
    pages: Uint32Array.from(all, ([, { pages }]) => pages),
    compounds: all.flatMap(([word, { parts }], index) => {
      return parts.length === 1 && parts[0] === word ? [] : [[index, parts] as const];
    }),
  };
}

export function unpackCounts({ words, pages, compounds }: PackedCounts): CountedWords {
  const partsOf = new Map(compounds);
  return new Map(
    words.map((word, index) => {
      return [word, { pages: pages[index] ?? 1, parts: partsOf.get(index) ?? [word] }];
    }),
  );
}

/** The words of several sets of records, counted one by one. */
export function joinCounts(counts: readonly PackedCounts[]): PackedCounts {
  const sum = new Map<string, Count>();
  for (const packed of counts) {
    for (const [word, { pages, parts }] of unpackCounts(packed)) {
      const count = sum.get(word) ?? { pages: 0, parts };
      sum.set(word, count);
      count.pages += pages;
      divide(count, parts);
    }
  }
  return packCounts(sum);
}

/** The files of counted words. */
export function filesOfWords(counts: CountedWords): Map<string, string> {
  const files = new Map<string, Set<string>>();
  for (const [text, { pages, parts }] of counts) {
    const size = Math.floor(Math.log2(pages));
    const line = parts.join('-') + (size > 0 ? ` ${size.toString(36)}` : '');
    for (const file of new Set([text, ...parts].map(vocabularyFileOf))) {
      const lines = files.get(file) ?? new Set();
      files.set(file, lines.add(line));
    }
  }
  const written = [...files].map(([file, lines]) => [file, [...lines].sort().join('\n')] as const);
  return new Map(written.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Letters that accents do not explain, and how people type them. */
const spelt: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ħ: 'h',
    ς: 'σ',
  }),
);

/** A folded word as it is typed on a keyboard without its letters: 'strasse' for 'straße'. */
export function spellingOf(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return fold(word.normalize('NFKC')).replace(
    /[ßæœøłđðþıħς]/g,
    (letter) => spelt.get(letter) ?? letter,
  );
}

/** Name of the file with a folded word. */
export function vocabularyFileOf(word: string): string {
  const first = spellingOf(word).slice(0, 1);
  return /[a-z]/.test(first) ? first : /\p{N}/u.test(first) ? '0' : '_';
}

/** Reads the words of a file. */
export function readVocabulary(file: string): Word[] {
  if (file === '') return [];
  return file.split('\n').map((line) => {
    const [joined = '', size = '0'] = line.split(' ');
    const parts = joined.split('-');
    return { text: parts.join(''), parts, size: Number.parseInt(size, 36) };
  });
}

/** The words of some records. */
export function countWords(records: readonly SearchRecord[]): CountedWords {
  const sum = new Map<string, RecordCount>();
  // Most words occur in many records: what is between two spaces is read once.
  const known = new Map<string, readonly RecordCount[]>();
  for (const [index, record] of records.entries()) {
    for (const line of linesOf(record)) {
      for (const text of line.split(' ')) {
        const before = known.get(text);
        const counts = before ?? countsOf(text, sum);
        if (before === undefined) known.set(text, counts);
        for (const count of counts) countRecord(count, index);
      }
    }
  }
  return sum;
}

/** How many records have a word, and the index of the last one. */
interface RecordCount extends Count {
  last: number;
}

function countRecord(count: RecordCount, index: number): void {
  if (count.last === index) return;
  count.last = index;
  count.pages += 1;
}

function linesOf({ title, aliases, tags, sections }: SearchRecord): string[] {
  const texts = sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')]);
  return [title, ...aliases, ...tags, ...texts];
}

/** The counts of the words in a text, which are added to those of all words. */
function countsOf(text: string, sum: Map<string, RecordCount>): RecordCount[] {
  return piecesOf(text).map(({ word, parts }) => {
    const count = sum.get(word) ?? { pages: 0, parts, last: -1 };
    sum.set(word, count);
    divide(count, parts);
    return count;
  });
}

interface Count {
  pages: number;
  parts: readonly string[];
}

/** Of two ways to divide a word, the one with more parts is meant, and of the same number the first. */
function divide(count: Count, parts: readonly string[]): void {
  if (parts.length > count.parts.length) count.parts = parts;
}

/** A word of a text, folded, with its parts. */
interface Piece {
  readonly word: string;
  readonly parts: readonly string[];
}

/** A word in which folding changes nothing but the case, and which is no compound. */
const plainWord = /^[A-Za-z][a-z]{1,38}[.,;:!?]?$/;

/** The words in a text between two spaces; it may have many, in Chinese or between tabs. */
function piecesOf(text: string): Piece[] {
  if (plainWord.test(text)) {
    const word = text.replace(/[^a-z]$/, '').toLowerCase();
    return [{ word, parts: [word] }];
  }
  return text
    .split(/\s+/u)
    .flatMap((word) => cutText(word).split(' '))
    .map(readPiece)
    .filter((piece) => piece !== null);
}

/** The word in a piece of text; null where it is none that readers complete or mistype. */
function readPiece(text: string): Piece | null {
  // A sign of Chinese stays one when it is folded.
  if (text.length < 2) return null;
  const word = fold(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  if (word.length < 2 || word.length > maxLength || isHan(word) || /^\p{N}+$/u.test(word)) {
    return null;
  }
  return { word, parts: humpsOf(text) };
}
