/** The words of a part of the index: their places as bytes, so that parts can be put one after another. */
import { CborReader } from './cbor.ts';

/**
 * Pages with a word. Pagefind numbers them by the distance to the page before, so that only the
 * number of the first one changes when other pages come before it.
 */
export interface PageList {
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** The places on the first page, then all other pages with theirs: CBOR items. */
  readonly rest: Uint8Array;
}

/** A word, or with `form` a way to write it. */
export interface ListedWord {
  readonly word: string;
  readonly pages: PageList;
  /** Pages with other forms of the word, such as `Café` for `cafe`, by form. */
  readonly forms: readonly (readonly [string, PageList])[];
}

/** The words in one file of Pagefind, in its order. */
export function readWords(chunk: Uint8Array): ListedWord[] {
  const reader = new CborReader(chunk);
  reader.array();
  return Array.from({ length: reader.array() }, () => {
    reader.array();
    const word = reader.text();
    const pages = readPages(reader);
    const forms = Array.from({ length: reader.array() }, () => {
      reader.array();
      return [reader.text(), readPages(reader)] as const;
    });
    return { word, pages, forms };
  });
}

function readPages(reader: CborReader): PageList {
  const count = reader.array();
  if (count === 0) return { count, first: 0, last: 0, rest: new Uint8Array() };
  reader.array();
  const first = reader.unsigned();
  const start = reader.position;
  reader.skip();
  reader.skip();
  let last = first;
  for (let left = count - 1; left > 0; left -= 1) {
    reader.array();
    last += reader.unsigned();
    reader.skip();
    reader.skip();
  }
  return { count, first, last, rest: reader.from(start) };
}

/** Words in columns, as they are kept on disk: one buffer of places instead of one for each word. */
export interface PackedWords {
  readonly words: readonly string[];
  /** Four numbers for each list: pages, first and last page, bytes of places. */
  readonly numbers: Uint32Array;
  readonly places: Uint8Array;
  /** Index of the word, and the form, of each list after those of the words themselves. */
  readonly forms: readonly (readonly [number, string])[];
}

export function packWords(listed: readonly ListedWord[]): PackedWords {
  const forms = listed.flatMap(({ forms: all }, index) =>
    all.map(([form, pages]) => ({ index, form, pages })),
  );
  const lists = [...listed, ...forms].map(({ pages }) => pages);
  return {
    words: listed.map(({ word }) => word),
    numbers: Uint32Array.from(
      lists.flatMap(({ count, first, last, rest }) => [count, first, last, rest.length]),
    ),
    places: Buffer.concat(lists.map(({ rest }) => rest)),
    forms: forms.map(({ index, form }) => [index, form]),
  };
}

export function unpackWords({ words, numbers, places, forms }: PackedWords): ListedWord[] {
  let start = 0;
  const lists = Array.from({ length: numbers.length / 4 }, (_, index): PageList => {
    const [count = 0, first = 0, last = 0, length = 0] = numbers.subarray(4 * index);
    const rest = places.subarray(start, start + length);
    start += length;
    return { count, first, last, rest };
  });
  const formsOf = Map.groupBy(forms.entries(), ([, [index]]) => index);
  const none: PageList = { count: 0, first: 0, last: 0, rest: new Uint8Array() };
  return words.map((word, index) => ({
    word,
    pages: lists[index] ?? none,
    forms: (formsOf.get(index) ?? []).map(
      ([at, [, form]]) => [form, lists[words.length + at] ?? none] as const,
    ),
  }));
}
