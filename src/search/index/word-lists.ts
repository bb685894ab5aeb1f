/** The words of a part of the index: their places as bytes, so that parts can be put one after another. */
import { decode, encode } from 'cborg';
import { CborReader } from './cbor.ts';
import { type CodedPages, joinPages } from './join-pages.ts';

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

/** A word with its pages, in whichever form they have it: those of `cafe` have `Café`, too. */
export interface ListedWord {
  readonly word: string;
  readonly pages: PageList;
}

/**
 * The words in one file of Pagefind, in its order. It lists the pages with another form of a word, such as
 * `Café` for `cafe`, by form alone, and finds no phrase that such a form is part of. Queries are folded, so
 * that all forms are listed as one.
 */
export function readWords(chunk: Uint8Array): ListedWord[] {
  const reader = new CborReader(chunk);
  reader.array();
  return Array.from({ length: reader.array() }, () => {
    reader.array();
    const word = reader.text();
    const start = reader.position;
    const pages = readPages(reader);
    const own = reader.from(start);
    const forms = Array.from({ length: reader.array() }, () => {
      reader.array();
      reader.skip();
      const at = reader.position;
      reader.skip();
      return reader.from(at);
    });
    return { word, pages: forms.length === 0 ? pages : joinForms([own, ...forms]) };
  });
}

/** One list of the pages of several. */
function joinForms(lists: readonly Uint8Array[]): PageList {
  const joined = joinPages(lists.map((list) => decode(list) as CodedPages));
  return readPages(new CborReader(encode(joined)));
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
  /** Four numbers for each word: pages, first and last page, bytes of places. */
  readonly numbers: Uint32Array;
  readonly places: Uint8Array;
}

export function packWords(listed: readonly ListedWord[]): PackedWords {
  const lists = listed.map(({ pages }) => pages);
  return {
    words: listed.map(({ word }) => word),
    numbers: Uint32Array.from(
      lists.flatMap(({ count, first, last, rest }) => [count, first, last, rest.length]),
    ),
    places: Buffer.concat(lists.map(({ rest }) => rest)),
  };
}
