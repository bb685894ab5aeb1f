/** The word index from Pagefind's files. Pagefind itself loads with the first query. */
import { type Fragment, readFragment } from '../../search/cut/page-text.ts';
import type { Simplify } from '../../search/cut/traditional.ts';
import { type SoundOf, unpackSounds } from '../../search/query/sounds.ts';
import { placeOfText } from '../../search/query/text-id.ts';
import { readVocabulary, type Word } from '../../search/query/vocabulary.ts';
import type { Hit, WordIndex } from '../../search/query/word-index.ts';
import type { SharedTexts } from './shared-texts.ts';
import { loadSimplified } from './simplified.ts';
import { unpack } from './unpack.ts';

export type Filters = Readonly<Record<string, string>>;

interface PagefindResult {
  readonly id: string;
  readonly words: readonly number[];
  data(): Promise<Fragment & { readonly raw_url: string }>;
}

interface Pagefind {
  search(
    term: string,
    options: { readonly filters: Filters },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
  filters(): Promise<Record<string, Record<string, number>>>;
}

interface PagefindModule {
  createInstance(options: Readonly<Record<string, unknown>>): Pagefind & { init(): Promise<void> };
}

/** The index of the site at `base`, an address such as 'https://garden.example/'. */
export class PagefindIndex {
  readonly #base: string;
  readonly #vocabularies = new Map<string, Promise<readonly Word[]>>();
  #texts: Promise<SharedTexts> | undefined;
  #pagefind: Promise<Pagefind> | undefined;
  #sounds: Promise<SoundOf> | undefined;
  #simplify: Promise<Simplify> | undefined;

  constructor(base: string) {
    this.#base = base;
  }

  /** Loads what the first query needs. */
  async open(): Promise<void> {
    await this.#open();
  }

  /** Values of each filter with the number of pages that have them. */
  async filters(): Promise<Record<string, Record<string, number>>> {
    return (await this.#open()).filters();
  }

  /** The index as seen through filters. */
  through(filters: Filters): WordIndex {
    const search = async (term: string): Promise<Hit[]> => {
      const pagefind = await this.#open();
      const { results } = await pagefind.search(term, { filters });
      return results.map((result) => this.#hitOf(result));
    };
    return {
      phrase: (words) => search(`"${words.join(' ')}"`),
      weighed: (words) => search(words.join(' ')),
      vocabulary: (file) => this.#vocabulary(file),
      sounds: () => this.#soundTable(),
      simplify: () => this.simplify(),
    };
  }

  #open(): Promise<Pagefind> {
    this.#pagefind ??= this.#start();
    return this.#pagefind;
  }

  async #start(): Promise<Pagefind> {
    const address = `${this.#base}pagefind/pagefind.js`;
    const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
    const pagefind = module.createInstance({ basePath: `${this.#base}pagefind/`, noWorker: true });
    await pagefind.init();
    return pagefind;
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

  #vocabulary(file: string): Promise<readonly Word[]> {
    let words = this.#vocabularies.get(file);
    if (!words) {
      words = unpack(`${this.#base}search/words/${file}.bin`).then(readVocabulary);
      this.#vocabularies.set(file, words);
    }
    return words;
  }

  #hitOf(result: PagefindResult): Hit {
    const shared = placeOfText(result.id);
    if (shared !== null) this.#texts ??= openTexts(this.#base);
    return {
      id: result.id,
      count: result.words.length,
      read: async () => {
        const texts = await this.#texts;
        if (shared !== null && texts) return readFragment(await texts.read(shared));
        const data = await result.data();
        return readFragment({ ...data, url: data.raw_url });
      },
    };
  }
}

/** Loads what reads texts that share files: small gardens have none. */
async function openTexts(base: string): Promise<SharedTexts> {
  const { SharedTexts } = await import('./shared-texts.ts');
  return new SharedTexts(base);
}
