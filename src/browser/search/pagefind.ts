/**
 * Pagefind's program, without the loader that comes with it: that one fetches a file for each list of words,
 * and brings excerpts, merged indexes and a decompressor, none of which this search uses.
 */
import { type IndexTable, metadataOf } from '../../search/query/index-table.ts';

/** Text or bytes in the program's memory. */
type Memory = readonly [pointer: number, length: number];

/** What the program exports, as wasm-bindgen makes it. */
interface Program {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(bytes: number, align: number): number;
  __wbindgen_free(pointer: number, bytes: number, align: number): void;
  init_pagefind(...metadata: Memory): number;
  load_index_chunk(index: number, ...list: Memory): number;
  load_filter_chunk(index: number, ...filter: Memory): number;
  request_indexes(index: number, ...term: Memory): Memory;
  request_filter_indexes(index: number, ...filters: Memory): Memory;
  request_all_filter_indexes(index: number): Memory;
  filters(index: number): Memory;
  search(index: number, ...texts: readonly (number | boolean)[]): Memory;
}

/** A page that matches. */
export interface Match {
  /** Number of the page. */
  readonly page: number;
  /** Number of matches on it. */
  readonly count: number;
}

interface Answer {
  /** Page, score and places. */
  readonly results: readonly { readonly p: string; readonly s: number; readonly l: unknown[] }[];
}

/** Fetches what the index has under a number: bytes as Pagefind writes them. */
export type Load = (number: number) => Promise<ArrayBuffer>;

export interface Loaders {
  readonly list: Load;
  readonly filter: Load;
}

/** Pagefind writes so many bytes before the content of a file. */
export const signatureBytes = 12;

export class Pagefind {
  readonly #program: Program;
  readonly #kept: string;
  readonly #loaders: Loaders;
  readonly #loaded = new Map<string, Promise<void>>();
  #index: number;

  private constructor(program: Program, table: IndexTable, loaders: Loaders) {
    this.#program = program;
    this.#kept = table.kept;
    this.#loaders = loaders;
    this.#index = program.init_pagefind(...this.#put(metadataOf(table)));
  }

  /** Starts the program over the index with a table. */
  static async start(code: ArrayBuffer, table: IndexTable, loaders: Loaders): Promise<Pagefind> {
    let program: Program | undefined;
    const begin = () => {
      const references = program?.__wbindgen_externrefs;
      const place = references?.grow(4) ?? 0;
      for (const [index, value] of [undefined, null, true, false].entries()) {
        references?.set(place + index, value);
      }
      references?.set(0, undefined);
    };
    const imports = { './pagefind_web_bg.js': { __wbindgen_init_externref_table: begin } };
    const { instance } = await WebAssembly.instantiate(code, imports);
    program = instance.exports as unknown as Program;
    program.__wbindgen_start();
    return new Pagefind(program, table, loaders);
  }

  /** Pages with a term, the best first; one in quotation marks is a phrase. */
  async search(term: string, filters: Readonly<Record<string, string>>): Promise<Match[]> {
    const typed = wordsIn(term, this.#kept);
    const bare = typed.normalize('NFD').replace(/\p{M}/gu, '');
    if (bare === '') return [];
    const chosen = JSON.stringify(filters);
    const program = this.#program;
    const lists = this.#take(program.request_indexes(this.#index, ...this.#put(bare)));
    const wanted = this.#take(program.request_filter_indexes(this.#index, ...this.#put(chosen)));
    await Promise.all([this.#load('list', lists), this.#load('filter', wanted)]);
    const texts = [bare, typed, chosen, ''].flatMap((text) => this.#put(text));
    const isPhrase = /^\s*".+"\s*$/.test(term);
    const answer = this.#take(program.search(this.#index, ...texts, isPhrase, false));
    const { results } = JSON.parse(answer) as Answer;
    const sorted = results.toSorted((a, b) => b.s - a.s);
    return sorted.map(({ p, l }) => ({ page: Number(p), count: l.length }));
  }

  /** Values of each filter with the number of pages that have them. */
  async filters(): Promise<Record<string, Record<string, number>>> {
    await this.#load('filter', this.#take(this.#program.request_all_filter_indexes(this.#index)));
    return JSON.parse(this.#take(this.#program.filters(this.#index)));
  }

  /** Loads what the program asks for, each once. */
  async #load(kind: keyof Loaders, asked: string): Promise<void> {
    const numbers = (JSON.parse(asked) as readonly string[]).filter((number) => number !== '');
    await Promise.all(
      numbers.map((number) => {
        const key = `${kind} ${number}`;
        const loaded = this.#loaded.get(key) ?? this.#loadOne(kind, Number(number));
        this.#loaded.set(key, loaded);
        // With a network again, the same word can be looked up.
        loaded.catch(() => this.#loaded.delete(key));
        return loaded;
      }),
    );
  }

  async #loadOne(kind: keyof Loaders, number: number): Promise<void> {
    const bytes = new Uint8Array(await this.#loaders[kind](number), signatureBytes);
    const { load_index_chunk, load_filter_chunk } = this.#program;
    const add = kind === 'list' ? load_index_chunk : load_filter_chunk;
    this.#index = add(this.#index, ...this.#put(bytes));
  }

  /** Puts text or bytes into the program's memory; the call that takes them frees it. */
  #put(content: string | Uint8Array): Memory {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const pointer = this.#program.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#program.memory.buffer).set(bytes, pointer);
    return [pointer, bytes.length];
  }

  /** Takes a text out of the program's memory, and frees it. */
  #take([pointer, length]: Memory): string {
    const bytes = new Uint8Array(this.#program.memory.buffer, pointer >>> 0, length);
    const text = new TextDecoder().decode(bytes);
    this.#program.__wbindgen_free(pointer, length, 1);
    return text;
  }
}

/** A term as the index has it: in lower case, without punctuation but some. */
function wordsIn(term: string, kept: string): string {
  const letters = [...new Intl.Segmenter('en').segment(term)].map(({ segment }) => {
    if (kept.includes(segment)) return segment;
    return /[\p{Pe}\p{Pf}\p{Pi}\p{Po}]|^\p{Pd}|\p{Ps}$/u.test(segment) ? '' : segment.toLowerCase();
  });
  return letters
    .join('')
    .replace(/\s{2,}/g, ' ')
    .trim();
}
