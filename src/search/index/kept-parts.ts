/**
 * The parts of the index on disk, each under a digest of what search reads of its pages, and so many of
 * them joined: after an edit one part is made, and its group is joined again.
 */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '../../garden/page.ts';
import { pageRecordFile } from '../../garden/record-files.ts';
import { digestOf, mapFiles, readBytes } from '../../system/disk.ts';
import { readKept, writeKept } from '../../system/kept-value.ts';
import { type SearchRecord, searchRecordOf } from '../cut/record.ts';
import { type IndexPart, joinParts, makePart } from './index-part.ts';

export interface PartFolders {
  /** Folder that the import wrote. */
  readonly records: string;
  /** Folder that keeps the parts. */
  readonly kept: string;
}

/** Parts that are joined and kept as one. */
const partsOfGroup = 8;

/** Digest of each page's entry, and of what search reads of the page, by id. */
type KnownPages = ReadonlyMap<string, readonly [entry: string, search: string]>;

interface KeptPages {
  readonly version: string;
  readonly pages: KnownPages;
}

/** A part by the ids of its pages, with its key. */
interface KeyedPart {
  readonly ids: readonly string[];
  readonly key: string;
}

export class KeptParts {
  readonly #folders: PartFolders;
  readonly #version: string;
  readonly #before: KnownPages;
  readonly #now = new Map<string, readonly [string, string]>();
  /** Digest of what search reads of each page of the parts that were made ahead. */
  readonly #prepared = new Map<string, string>();
  /** Names of the files that are in use. */
  readonly #used = new Set<string>();
  /** Joined parts of the last index that were read ahead, by file name. */
  readonly #ahead = new Map<string, IndexPart>();
  /** The part of each fragment that may be asked for. */
  readonly #parts = new Map<string, KeyedPart>();
  readonly #fragments = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();

  private constructor(folders: PartFolders, version: string, before: KnownPages) {
    this.#folders = folders;
    this.#version = version;
    this.#before = before;
  }

  /** Opens what the last index of this version of the code left. */
  static async open(folders: PartFolders, version: string): Promise<KeptParts> {
    const pages = await readKept<KeptPages>(join(folders.kept, pagesFile));
    return new KeptParts(folders, version, pages?.version === version ? pages.pages : new Map());
  }

  /** Makes the part of these pages ahead; their records must not change any more. */
  async prepare(ids: readonly string[]): Promise<void> {
    const read = new Map<string, SearchRecord | null>();
    for (const id of ids) {
      const record = await this.#record(id);
      read.set(id, record);
      this.#prepared.set(id, digestOf(JSON.stringify(record)));
    }
    const part = this.#keyed(ids, (id) => this.#prepared.get(id));
    if (!this.#isMade(part)) await this.#remake(part, read);
  }

  /** Reads ahead what the last index left: most of it is as it was, after an edit. */
  async readAhead(): Promise<void> {
    const names = (await readdir(this.#folders.kept)).filter((name) => name.endsWith(groupEnd));
    for (const name of names) {
      const group = await readKept<IndexPart>(join(this.#folders.kept, name));
      if (group !== null) this.#ahead.set(name, group);
    }
  }

  /** All parts, joined; `digests` are those of the pages' entries by id. */
  async whole(
    parts: readonly (readonly string[])[],
    digests: ReadonlyMap<string, string>,
  ): Promise<IndexPart> {
    // While Pagefind indexes a part, this thread reads the next one.
    const keyed = await mapFiles(parts, (ids) => this.#make(ids, digests), 2);
    const groups: IndexPart[] = [];
    for (let start = 0; start < keyed.length; start += partsOfGroup) {
      groups.push(await this.#group(keyed.slice(start, start + partsOfGroup)));
    }
    return joinParts(groups);
  }

  /** The packed fragment of a page of the whole. */
  async fragment(id: string, digest: string): Promise<Uint8Array> {
    const part = this.#parts.get(id);
    if (part === undefined) throw new Error(`No page ${id} is in the index.`);
    const fragments = this.#fragments.get(part.key) ?? this.#fragmentsOf(part);
    this.#fragments.set(part.key, fragments);
    const found = (await fragments).get(digest);
    if (found === undefined) throw new Error(`The index has no text of the page ${id}.`);
    return found;
  }

  /** Keeps what is known of the pages, and nothing older. */
  async save(others: readonly string[]): Promise<void> {
    const { kept } = this.#folders;
    if (!isSame(this.#before, this.#now)) {
      await writeKept(join(kept, pagesFile), { version: this.#version, pages: this.#now });
    }
    const wanted = new Set([...this.#used, ...others, pagesFile]);
    for (const name of await readdir(kept)) if (!wanted.has(name)) await rm(join(kept, name));
  }

  /** The key of a part, which is made unless it is there. */
  async #make(ids: readonly string[], digests: ReadonlyMap<string, string>): Promise<KeyedPart> {
    const read = new Map<string, SearchRecord | null>();
    for (const id of ids) {
      const digest = digests.get(id) ?? '';
      const known = this.#before.get(id);
      const prepared = this.#prepared.get(id);
      if (known?.[0] === digest) {
        this.#now.set(id, known);
      } else if (prepared !== undefined) {
        this.#now.set(id, [digest, prepared]);
      } else {
        const record = await this.#record(id);
        read.set(id, record);
        this.#now.set(id, [digest, digestOf(JSON.stringify(record))]);
      }
    }
    const part = this.#keyed(ids, (id) => this.#now.get(id)?.[1]);
    for (const id of ids) this.#parts.set(id, part);
    this.#used.add(partFile(part.key)).add(fragmentsFile(part.key));
    if (!this.#isMade(part)) await this.#remake(part, read);
    return part;
  }

  #keyed(ids: readonly string[], digest: (id: string) => string | undefined): KeyedPart {
    return { ids, key: digestOf(this.#version, ...ids.flatMap((id) => [id, digest(id) ?? ''])) };
  }

  #isMade({ key }: KeyedPart): boolean {
    return existsSync(join(this.#folders.kept, partFile(key)));
  }

  /** Makes a part; `read` are the records that were read already. */
  async #remake(
    { ids, key }: KeyedPart,
    read: ReadonlyMap<string, SearchRecord | null> = new Map(),
  ): Promise<IndexPart> {
    const records = new Map<string, SearchRecord>();
    for (const id of ids) {
      const record = read.get(id) ?? (await this.#record(id));
      if (record !== null) records.set(id, record);
    }
    const { part, fragments } = await makePart(records);
    await writeKept(join(this.#folders.kept, fragmentsFile(key)), fragments);
    await writeKept(join(this.#folders.kept, partFile(key)), part);
    return part;
  }

  async #record(id: string): Promise<SearchRecord | null> {
    const bytes = await readBytes(join(this.#folders.records, pageRecordFile(id)));
    return searchRecordOf(JSON.parse(Buffer.from(bytes).toString('utf8')) as Page);
  }

  async #group(parts: readonly KeyedPart[]): Promise<IndexPart> {
    const [first] = parts;
    if (first !== undefined && parts.length === 1) return this.#part(first);
    const name = groupFile(digestOf(...parts.map(({ key }) => key)));
    const location = join(this.#folders.kept, name);
    this.#used.add(name);
    const known = this.#ahead.get(name) ?? (await readKept<IndexPart>(location));
    if (known !== null) return known;
    const opened: IndexPart[] = [];
    for (const part of parts) opened.push(await this.#part(part));
    const joined = joinParts(opened);
    await writeKept(location, joined);
    return joined;
  }

  async #part(part: KeyedPart): Promise<IndexPart> {
    const known = await readKept<IndexPart>(join(this.#folders.kept, partFile(part.key)));
    return known ?? this.#remake(part);
  }

  async #fragmentsOf(part: KeyedPart): Promise<ReadonlyMap<string, Uint8Array>> {
    const location = join(this.#folders.kept, fragmentsFile(part.key));
    const known = await readKept<ReadonlyMap<string, Uint8Array>>(location);
    if (known !== null) return known;
    await this.#remake(part);
    return (await readKept<ReadonlyMap<string, Uint8Array>>(location)) ?? new Map();
  }
}

const pagesFile = 'pages.bin';
const partFile = (key: string) => `${key}.bin`;
const fragmentsFile = (key: string) => `${key}.texts.bin`;
const groupEnd = '.group.bin';
const groupFile = (key: string) => `${key}${groupEnd}`;

function isSame(before: KnownPages, now: KnownPages): boolean {
  if (before.size !== now.size) return false;
  return [...now].every(([id, page]) => before.get(id) === page);
}
