/** Joins the words of the parts of an index, and cuts them into the files that readers fetch. */
import { createHash } from 'node:crypto';
import { compareText } from '../../garden/diagnostic.ts';
import { arrayHead, textItem, unsignedItem } from './cbor.ts';
import { type ListedWord, type PackedWords, type PageList, unpackWords } from './word-lists.ts';

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

type Parts = readonly (readonly [ListedWord, number])[];

/** All words in the order of their bytes. */
export function joinWords(parts: readonly NumberedWords[]): WordFile[] {
  const found = new Map<string, [ListedWord, number][]>();
  for (const { words, offset } of parts) {
    for (const word of unpackWords(words)) {
      const known = found.get(word.word);
      if (known === undefined) found.set(word.word, [[word, offset]]);
      else known.push([word, offset]);
    }
  }
  const words = sortByBytes(found.keys());
  return cutIntoFiles(
    words.map((word): CodedWord => ({ word, content: codeWord(word, found.get(word) ?? []) })),
  );
}

interface CodedWord {
  readonly word: string;
  readonly content: Uint8Array;
}

/** A word with its pages, and no other forms of it. */
function codeWord(word: string, parts: Parts): Uint8Array {
  const lists = parts.map(([{ pages }, offset]) => [pages, offset] as const);
  return Buffer.concat([arrayHead(3), textItem(word), ...codePages(lists), arrayHead(0)]);
}

function codePages(lists: readonly (readonly [PageList, number])[]): Uint8Array[] {
  const filled = lists.filter(([{ count }]) => count > 0);
  const coded = [arrayHead(filled.reduce((sum, [{ count }]) => sum + count, 0))];
  let before = 0;
  for (const [{ first, last, rest }, offset] of filled) {
    coded.push(arrayHead(3), unsignedItem(offset + first - before), rest);
    before = offset + last;
  }
  return coded;
}

/**
 * Where a file ends depends on the words near its end alone, so that an edit changes the files of its
 * own words and not all that come after.
 */
function cutIntoFiles(words: readonly CodedWord[]): WordFile[] {
  const best = bestSize(words.reduce((sum, { content }) => sum + content.length, 0));
  const files: WordFile[] = [];
  let group: CodedWord[] = [];
  let size = 0;
  const end = () => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return;
    const content = [arrayHead(1), arrayHead(group.length), ...group.map((word) => word.content)];
    files.push({ from: first.word, to: last.word, content: Buffer.concat(content) });
    group = [];
    size = 0;
  };
  for (const word of words) {
    if (size > 0 && size + word.content.length > best * 2) end();
    group.push(word);
    size += word.content.length;
    if (size >= best || (size > best / 4 && isBoundary(word.word))) end();
  }
  end();
  return files;
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
