/** The table of the index: what a browser reads before it looks up the first word. */
import type { PartTable } from './packed-parts.ts';

export interface IndexTable {
  /** Punctuation that Pagefind leaves in words. */
  readonly kept: string;
  /** Names of the fields that pages have besides their text. */
  readonly fields: readonly string[];
  /** Name of each filter, and of its file. */
  readonly filters: readonly (readonly [name: string, file: string])[];
  /** Number of words of each page, in Pagefind's order. */
  readonly words: readonly number[];
  /** The texts of the pages, in the same order. */
  readonly texts: PartTable;
  /** The first word of each list of words with their pages, and the last one. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly lists: PartTable;
  /** Names of the parts with the garden's Latin words, which are those of one file. */
  readonly letters: readonly string[];
  readonly vocabulary: PartTable;
  /** Name of the file that tells the page of each title. */
  readonly pages: string;
}

/** What Pagefind's metadata are made of. */
type Item = number | string | readonly Item[];

/**
 * The table as Pagefind's program reads it, in CBOR (RFC 8949): pages, lists and filters are named by
 * their numbers.
 */
export function metadataOf({ words, from, to, filters, fields }: IndexTable): Uint8Array {
  const bytes: number[] = [];
  write(bytes, [
    '1.5.2',
    words.map((count, page) => [String(page), count]),
    from.map((first, list) => [first, to[list] ?? '', String(list)]),
    filters.map(([name], filter) => [name, String(filter)]),
    [],
    fields,
  ]);
  return Uint8Array.from(bytes);
}

const encoder = new TextEncoder();

function write(bytes: number[], item: Item): void {
  if (typeof item === 'number') {
    writeHead(bytes, 0, item);
  } else if (typeof item === 'string') {
    const text = encoder.encode(item);
    writeHead(bytes, 3, text.length);
    bytes.push(...text);
  } else {
    writeHead(bytes, 4, item.length);
    for (const each of item) write(bytes, each);
  }
}

/** The kind of an item with its value or length, in as few bytes as hold it. */
function writeHead(bytes: number[], kind: number, value: number): void {
  const first = kind << 5;
  if (value < 24) bytes.push(first | value);
  else if (value < 0x100) bytes.push(first | 24, value);
  else if (value < 0x1_0000) bytes.push(first | 25, value >> 8, value & 255);
  else bytes.push(first | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
}
