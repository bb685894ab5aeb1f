/**
 * Makes the search index of a built site from the records that the import wrote: Pagefind's files in
 * `pagefind/`, the garden's titles and words in `search/`.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteRecord } from '../../garden/page.ts';
import { type PageEntry, recordFiles } from '../../garden/record-files.ts';
import { codeVersion } from '../../system/code-version.ts';
import { mapFiles, writeBytes } from '../../system/disk.ts';
import { type CharacterTables, openTables } from './character-tables.ts';
import { type IndexFile, indexFiles } from './index-files.ts';
import type { IndexPart } from './index-part.ts';
import { KeptParts } from './kept-parts.ts';
import { type PackedWords, packAllWords } from './packed-words.ts';
import { pageParts } from './page-parts.ts';
import { endPagefind } from './pagefind-index.ts';
import { openProgram } from './pagefind-program.ts';

export interface SearchFolders {
  /** Folder that the import wrote, such as `.garden`. */
  readonly records: string;
  /** Folder that keeps the parts of the index for the next time. */
  readonly cache: string;
}

export interface SearchSource extends SearchFolders {
  /** How many pages share a file of texts; null for as many as leave few files. */
  readonly textsPerFile: number | null;
}

type PutFile = (file: IndexFile) => Promise<void>;

/** Kinds of pages that can be found. */
const foundKinds: readonly PageEntry['kind'][] = ['note', 'journal', 'ghost'];

interface OpenedIndex {
  readonly parts: KeptParts;
  readonly characters: CharacterTables;
}

/** All parts as one, with the garden's order of pages and its tags. */
interface JoinedIndex {
  readonly whole: IndexPart;
  readonly words: PackedWords;
  readonly order: readonly string[];
  readonly tags: SiteRecord['tags'];
}

/** An index that is being made: parts of it ahead, while the import still writes other records. */
export class SearchIndex {
  readonly #records: string;
  readonly #kept: string;
  readonly #version = codeVersion(import.meta.url);
  readonly #tablesFile = `tables-${this.#version}.bin`;
  readonly #programFile = `program-${this.#version}.bin`;
  readonly #wordsFile = `words-${this.#version}.bin`;
  readonly #opened: Promise<OpenedIndex>;
  #joined: Promise<JoinedIndex> | null = null;

  constructor({ records, cache }: SearchFolders) {
    this.#records = records;
    this.#kept = join(cache, 'search');
    this.#opened = this.#open();
  }

  async #open(): Promise<OpenedIndex> {
    const folders = { records: this.#records, kept: this.#kept };
    // Every part is made with what these tables say.
    const characters = await openTables(join(this.#kept, this.#tablesFile));
    return { characters, parts: await KeptParts.open(folders, this.#version) };
  }

  /** Makes the part of one of `pageParts` ahead; the records of its pages must be as they will be. */
  async prepare(ids: readonly string[]): Promise<void> {
    await (await this.#opened).parts.prepare(ids);
  }

  /** Reads ahead what the last index left. */
  async readAhead(): Promise<void> {
    await (await this.#opened).parts.readAhead();
  }

  /** Puts the parts together, once all records are written; `write` does it where nobody has. */
  join(): Promise<JoinedIndex> {
    this.#joined ??= this.#join();
    return this.#joined;
  }

  async #join(): Promise<JoinedIndex> {
    const records = this.#records;
    const entries = await readJson<readonly PageEntry[]>(join(records, recordFiles.index));
    const { tags } = await readJson<SiteRecord>(join(records, recordFiles.site));
    const order = entries.map(({ id }) => id);
    const found = new Map(
      entries.flatMap(({ id, kind, digest }) => (foundKinds.includes(kind) ? [[id, digest]] : [])),
    );
    const { parts } = await this.#opened;
    const whole = await parts.whole(pageParts([...found.keys()]), found);
    const words = await packAllWords(whole, join(this.#kept, this.#wordsFile));
    return { whole, words, order, tags };
  }

  /** Gives all files of the index, one by one, to `put`, and ends. @returns how many pages can be found. */
  async write(textsPerFile: number | null, put: PutFile): Promise<number> {
    try {
      const { parts, characters } = await this.#opened;
      const { whole, words, order, tags } = await this.join();
      const program = await openProgram(join(this.#kept, this.#programFile));
      const fragment = (id: string, digest: string) => parts.fragment(id, digest);
      const made = { program, characters, words, fragment };
      const files = indexFiles(whole, { order, tags, textsPerFile, ...made });
      await mapFiles([...files], put);
      await parts.save([this.#programFile, this.#tablesFile, this.#wordsFile]);
      return whole.pages.length;
    } finally {
      await endPagefind();
    }
  }
}

/** Writes the whole index into a folder. @returns how many pages can be found. */
export async function writeSearch(source: SearchSource, out: string): Promise<number> {
  return new SearchIndex(source).write(source.textsPerFile, async ({ path, content }) => {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeBytes(join(out, path), await content());
  });
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(path, 'utf8')) as Value;
}
