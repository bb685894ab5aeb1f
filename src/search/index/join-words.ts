/** Joins the words of the parts of an index, and cuts them into the files that readers fetch. */
import { createHash } from 'node:crypto';
import { compareText } from '../../garden/diagnostic.ts';
import { CborWriter } from './cbor.ts';
import type { PackedWords } from './word-lists.ts';

/** The words of a part with the number that its first page has in the whole. */
export interface NumberedWords {
  readonly words: PackedWords;
  readonly offset: number;
}

/** A file of words: its first and last word, and its content as CBOR. */
export interface WordFile {
  readonly from: string;
  readonly to: string;
  readonly content: Uint8Array;
}

/** Bytes before packing that a further file costs every reader in the list of files. */
const entryCost = 60;
/** Words that a usual query asks for, each in a file of its own. */
const wordsAsked = 2;
/** Bytes of the numbers before the places of a word, at most. */
const headBytes = 6;

/** A part with where the places of each of its words begin. */
interface OpenPart extends NumberedWords {
  readonly starts: Uint32Array;
}

/** All words in the order of their bytes, each with the pages of all parts. */
export function joinWords(parts: readonly NumberedWords[]): PackedWords {
  const open = parts.map((part): OpenPart => ({ ...part, starts: startsOf(part.words.numbers) }));
  // For each word the numbers of its parts, each followed by its own number there: thousands of words are in all.
  const found = new Map<string, number[]>();
  for (const [part, { words }] of parts.entries()) {
    for (const [index, word] of words.words.entries()) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [part, index]);
      else known.push(part, index);
    }
  }
  const words = sortByBytes(found.keys());
  const bytes = parts.reduce((sum, part) => sum + part.words.places.length, 0);
  const lists = parts.reduce((sum, part) => sum + part.words.words.length, 0);
  const places = new CborWriter(bytes + lists * headBytes);
  const numbers = new Uint32Array(4 * words.length);
  for (const [index, word] of words.entries()) {
    numbers.set(joinLists(open, found.get(word) ?? [], places), 4 * index);
  }
  return { words, numbers, places: places.written() };
}

/** Where the places of each word begin. */
function startsOf(numbers: Uint32Array): Uint32Array {
  let end = 0;
  return Uint32Array.from({ length: numbers.length / 4 }, (_, index) => {
    const start = end;
    end += numbers[4 * index + 3] ?? 0;
    return start;
  });
}

/** Writes the places of a word in its parts, one after the other. @returns its four numbers. */
function joinLists(
  parts: readonly OpenPart[],
  found: readonly number[],
  places: CborWriter,
): readonly [number, number, number, number] {
  const start = places.position;
  let [pages, first, before] = [0, 0, 0];
  for (let at = 0; at < found.length; at += 2) {
    const part = parts[found[at] ?? 0];
    const index = found[at + 1] ?? 0;
    const count = part?.words.numbers[4 * index] ?? 0;
    if (part === undefined || count === 0) continue;
    const { numbers, places: own } = part.words;
    const page = part.offset + (numbers[4 * index + 1] ?? 0);
    if (pages === 0) {
      first = page;
    } else {
      places.array(3);
      places.unsigned(page - before);
    }
    const from = part.starts[index] ?? 0;
    places.coded(own, from, from + (numbers[4 * index + 3] ?? 0));
    before = part.offset + (numbers[4 * index + 2] ?? 0);
    pages += count;
  }
  return [pages, first, before, places.position - start];
}

/** The words, coded one after the other, with where each of them ends. */
interface CodedWords {
  readonly words: readonly string[];
  readonly content: CborWriter;
  readonly ends: Uint32Array;
}

/** Each word with its pages, and no other forms of it. */
function codeWords({ words, numbers, places }: PackedWords): CodedWords {
  const content = new CborWriter(places.length + words.length * 30);
  const ends = new Uint32Array(words.length);
  let start = 0;
  for (const [index, word] of words.entries()) {
    const [count = 0, first = 0, , length = 0] = numbers.subarray(4 * index, 4 * index + 4);
    content.array(3);
    content.text(word);
    content.array(count);
    if (count > 0) {
      content.array(3);
      content.unsigned(first);
      content.coded(places, start, start + length);
    }
    content.array(0);
    start += length;
    ends[index] = content.position;
  }
  return { words, content, ends };
}

/**
 * The files of words. Where one ends depends on the words near its end alone, so that an edit changes the
 * files of its own words and not all that come after.
 */
export function wordFiles(packed: PackedWords): WordFile[] {
  const coded = codeWords(packed);
  const best = bestSize(coded.content.position);
  const files: WordFile[] = [];
  let [begin, beginsAt, before] = [0, 0, 0];
  const end = (next: number, at: number) => {
    if (next > begin) files.push(fileOf(coded, [begin, next], [beginsAt, at]));
    [begin, beginsAt] = [next, at];
  };
  for (const [index, word] of coded.words.entries()) {
    const after = coded.ends[index] ?? 0;
    if (before > beginsAt && after - beginsAt > best * 2) end(index, before);
    const size = after - beginsAt;
    if (size >= best || (size > best / 4 && isBoundary(word))) end(index + 1, after);
    before = after;
  }
  end(coded.words.length, before);
  return files;
}

/** The file of some words, given by their numbers and by their bytes, each up to the second. */
function fileOf(
  { words, content }: CodedWords,
  [first, next]: readonly [number, number],
  [start, end]: readonly [number, number],
): WordFile {
  const heads = new CborWriter(headBytes);
  heads.array(1);
  heads.array(next - first);
  return {
    from: words[first] ?? '',
    to: words[next - 1] ?? '',
    content: Buffer.concat([heads.written(), content.written(start, end)]),
  };
}

/**
 * The size of a file, in bytes, at which a longer list of files costs as much as it saves; one of few
 * sizes, so that an edit seldom changes it.
 */
function bestSize(bytes: number): number {
  return 2 ** (Math.round(2 * Math.log2(Math.sqrt((bytes * entryCost) / wordsAsked))) / 2);
}

/** One word of thirty-two, the same ones in every garden. */
function isBoundary(word: string): boolean {
  return (createHash('sha1').update(word).digest()[0] ?? 0) % 32 === 0;
}

/** In the order of UTF-8, by which Pagefind searches its list of files. */
function sortByBytes(words: Iterable<string>): string[] {
  const all = [...words];
  const isPlain = !all.some((word) => /[\ud800-\udfff]/.test(word));
  if (isPlain) return all.sort(compareText);
  return all.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
