/** The word index from the site's files. Pagefind's program loads with the first query. */
import { type Fragment, readFragment } from '../../search/cut/page-text.ts';
import type { Simplify } from '../../search/cut/traditional.ts';
import type { IndexTable } from '../../search/query/index-table.ts';
import { type PartPlace, type PartTable, placesOf } from '../../search/query/packed-parts.ts';
import { type SoundOf, unpackSounds } from '../../search/query/sounds.ts';
import { readVocabulary, type Word } from '../../search/query/vocabulary.ts';
import type { Hit, WordIndex } from '../../search/query/word-index.ts';
import { type Match, Pagefind, signatureBytes } from './pagefind.ts';
import { PartFiles } from './part-files.ts';
import { loadSimplified } from './simplified.ts';
import { fetched, unpack, unpacked } from './unpack.ts';

export type Filters = Readonly<Record<string, string>>;

/** The index of the site at `base`, an address such as 'https://garden.example/'. */
export class PagefindIndex {
  readonly #base: string;
  readonly #texts: Parts;
  readonly #lists: Parts;
  readonly #words: Parts;
  readonly #vocabularies = new Map<string, Promise<readonly Word[]>>();
  #table: Promise<IndexTable> | undefined;
  #pagefind: Promise<Pagefind> | undefined;
  #sounds: Promise<SoundOf> | undefined;
  #simplify: Promise<Simplify> | undefined;

  constructor(base: string) {
    this.#base = base;
    const parts = (folder: string, tableOf: (table: IndexTable) => PartTable) => {
      const files = new PartFiles(`${base}search/${folder}/`);
      return new Parts(files, async () => placesOf(tableOf(await this.#open())));
    };
    this.#texts = parts('texts', ({ texts }) => texts);
    this.#lists = parts('lists', ({ lists }) => lists);
    this.#words = parts('words', ({ vocabulary }) => vocabulary);
  }

  /** Loads what the first query needs. */
  async open(): Promise<void> {
    await this.#start();
  }

  /** Values of each filter with the number of pages that have them. */
  async filters(): Promise<Record<string, Record<string, number>>> {
    return (await this.#start()).filters();
  }

  /** The index as seen through filters. */
  through(filters: Filters): WordIndex {
    const search = async (term: string): Promise<Hit[]> => {
      const pagefind = await this.#start();
      return (await pagefind.search(term, filters)).map((match) => this.#hitOf(match));
    };
    return {
      phrase: (words) => search(`"${words.join(' ')}"`),
      weighed: (words) => search(words.join(' ')),
      vocabulary: (letter) => this.#vocabulary(letter),
      sounds: () => this.#soundTable(),
      simplify: () => this.simplify(),
    };
  }

  /** For each title the page with it, as hits name it; none after a deployment that changed pages. */
  async pages(): Promise<readonly string[]> {
    const { pages } = await this.#open();
    return (await unpack(`${this.#base}search/pages/${pages}.bin`)).split('\n');
  }

  #open(): Promise<IndexTable> {
    // It tells the names of all other files: an older one leads to some that a deployment removed.
    this.#table ??= unpack(`${this.#base}search/table.bin`, 'no-cache').then(
      (text) => JSON.parse(text) as IndexTable,
    );
    return this.#table;
  }

  #start(): Promise<Pagefind> {
    this.#pagefind ??= this.#startProgram();
    return this.#pagefind;
  }

  async #startProgram(): Promise<Pagefind> {
    const folder = `${this.#base}pagefind/`;
    const [table, code] = await Promise.all([
      this.#open(),
      fetched(`${folder}wasm.en.pagefind`).then(unpacked),
    ]);
    return Pagefind.start(code.slice(signatureBytes), table, {
      list: (number) => this.#lists.read(number),
      filter: async (number) => {
        return unpacked(await fetched(`${folder}filter/${table.filters[number]?.[1]}.pf_filter`));
      },
    });
  }

  #soundTable(): Promise<SoundOf> {
    this.#sounds ??= unpack(`${this.#base}search/sounds.bin`).then(unpackSounds);
    return this.#sounds;
  }

  /** Simplified characters for traditional ones, from a table that is fetched once. */
  simplify(): Promise<Simplify> {
    this.#simplify ??= loadSimplified(this.#base);
    return this.#simplify;
  }

  #vocabulary(letter: string): Promise<readonly Word[]> {
    const words = this.#vocabularies.get(letter) ?? this.#readVocabulary(letter);
    this.#vocabularies.set(letter, words);
    return words;
  }

  async #readVocabulary(letter: string): Promise<readonly Word[]> {
    const place = (await this.#open()).letters.indexOf(letter);
    return place === -1 ? [] : readVocabulary(textOf(await this.#words.read(place)));
  }

  #hitOf({ page, count }: Match): Hit {
    return {
      id: String(page),
      count,
      read: async () => {
        const text = textOf((await this.#texts.read(page)).slice(signatureBytes));
        return readFragment(JSON.parse(text) as Fragment);
      },
    };
  }
}

/** The parts of one folder by their numbers. */
class Parts {
  readonly #files: PartFiles;
  readonly #open: () => Promise<readonly PartPlace[]>;
  #places: Promise<readonly PartPlace[]> | undefined;

  constructor(files: PartFiles, open: () => Promise<readonly PartPlace[]>) {
    this.#files = files;
    this.#open = open;
  }

  async read(number: number): Promise<ArrayBuffer> {
    this.#places ??= this.#open();
    const place = (await this.#places)[number];
    if (place === undefined) throw new Error(`The index has no part ${number}.`);
    return this.#files.read(place);
  }
}

function textOf(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}
