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

/** The words of all records by file name; a word is in the file of each of its parts. */
export function vocabularyFiles(records: readonly SearchRecord[]): Map<string, string> {
  const files = new Map<string, Set<string>>();
  for (const { text, parts, size } of countWords(records)) {
    const line = parts.join('-') + (size > 0 ? ` ${size.toString(36)}` : '');
    for (const file of new Set([text, ...parts].map(vocabularyFileOf))) {
      const lines = files.get(file) ?? new Set();
      files.set(file, lines.add(line));
    }
  }
  const written = [...files].map(([file, lines]) => [file, [...lines].sort().join('\n')] as const);
  return new Map(written.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Name of the file with a folded word. */
export function vocabularyFileOf(word: string): string {
  const first = word.slice(0, 1);
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

function countWords(records: readonly SearchRecord[]): Word[] {
  const pages = new Map<string, number>();
  const parts = new Map<string, readonly string[]>();
  for (const record of records) {
    for (const [word, humps] of wordsIn(record)) {
      pages.set(word, (pages.get(word) ?? 0) + 1);
      if (humps.length > (parts.get(word)?.length ?? 0)) parts.set(word, humps);
    }
  }
  return [...pages].map(([text, count]) => ({
    text,
    parts: parts.get(text) ?? [text],
    size: Math.floor(Math.log2(count)),
  }));
}

function wordsIn({ title, aliases, tags, sections }: SearchRecord): Map<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  const texts = sections.flatMap(({ heading, text }) => [heading, text]);
  for (const piece of cutText([title, ...aliases, ...tags, ...texts].join('\n')).split(/\s+/u)) {
    const word = fold(piece).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
    if (word.length < 2 || word.length > maxLength || isHan(word) || /^\p{N}+$/u.test(word))
      continue;
    const humps = humpsOf(piece);
    if (humps.length > (words.get(word)?.length ?? 0)) words.set(word, humps);
  }
  return words;
}
