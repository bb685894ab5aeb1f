/**
 * What the last import rendered, and the facts that each page had read. Kept in one file beside the
 * records. Before records change, a second file names the pages that may be half written, so that an
 * import which was stopped at any point leaves no wrong record that counts as current.
 */
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import type { FormulaParts } from '../../garden/page.ts';
import {
  pageExcerptsFile,
  pageMarkdownFile,
  pageRecordFile,
  recordFiles,
} from '../../garden/record-files.ts';
import { readBytes, sealed, unsealed, writeBytes } from '../../system/disk.ts';
import type { ExcerptKeys } from '../excerpt-keys.ts';
import type { RemoteUse } from '../remote-pictures/remote-diagnostic.ts';
import { FactTable, type FactText, noFacts, type StoredFacts } from './fact-table.ts';

/** What is known of a page besides its record. */
export interface RenderedPage {
  readonly description: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly math: FormulaParts | null;
  /** What it shows of other hosts. */
  readonly remote: RemoteUse;
  /** Digest of the record, the Markdown copy and the excerpts. */
  readonly digest: string;
  /** Sizes of the record, the Markdown copy and the excerpts, in bytes; 0 for no file. */
  readonly sizes: readonly number[];
  /** Of its excerpts for other pages; null where it has none. */
  readonly excerpts: ExcerptKeys | null;
  /** Bytes of its text as HTML; left out where nothing asks for it. */
  readonly weight?: number;
  /** Addresses of other sites that it links; left out where nothing asks for them. */
  readonly outside?: readonly string[];
}

interface StoredPage extends RenderedPage {
  /** Numbers of the facts that it read. */
  readonly facts: Uint32Array;
}

interface Stored {
  readonly version: string;
  readonly facts: StoredFacts;
  readonly pages: ReadonlyMap<string, StoredPage>;
}

/** A rendered page with the keys of the facts that it read. */
export interface FreshPage extends RenderedPage {
  readonly facts: readonly string[];
}

/** The pages that the last import left in a folder and that are current. */
export class KeptPages {
  readonly #out: string;
  readonly #version: string;
  readonly #facts: FactTable;
  /** Number of pages in the file, or -1 where there is none that can be used. */
  readonly #before: number;
  readonly current: ReadonlyMap<string, StoredPage>;

  private constructor(
    out: string,
    before: number,
    { version, facts, pages }: Stored,
    textOf: FactText,
  ) {
    this.#out = out;
    this.#version = version;
    this.#facts = new FactTable(facts, textOf);
    this.#before = before;
    this.current = new Map([...pages].filter(([, page]) => this.#facts.areSame(page.facts)));
  }

  /**
   * Reads what the last import left in `out`; nothing when another version of the code wrote it or
   * when it is damaged. Current is a page of which every fact is as it was, and whose files are there
   * with their sizes.
   */
  static async open(out: string, version: string, textOf: FactText): Promise<KeptPages> {
    const nothing = { version, facts: noFacts, pages: new Map() };
    const found = await readStored(join(out, recordFiles.renderedPages), version);
    const stored = found ?? nothing;
    const suspect = await suspectPages(join(out, recordFiles.unfinished));
    const pages = new Map(suspect === null ? [] : stored.pages);
    for (const id of suspect ?? []) pages.delete(id);
    for (const [id, { sizes }] of pages) {
      const files = [pageRecordFile(id), pageMarkdownFile(id), pageExcerptsFile(id)];
      const isSame = (file: string, index: number) =>
        (sizes[index] ?? 0) === 0 || sizeOf(join(out, file)) === sizes[index];
      if (!files.every(isSame)) pages.delete(id);
    }
    return new KeptPages(out, found?.pages.size ?? -1, { ...stored, pages }, textOf);
  }

  /**
   * Keeps the pages with these ids, whose records are complete, for the next import: those that were
   * rendered, else those that are current.
   */
  async keep(ids: Iterable<string>, rendered: ReadonlyMap<string, FreshPage>): Promise<void> {
    const kept = [...ids].filter((id) => rendered.has(id) || this.current.has(id));
    if (rendered.size > 0 || kept.length !== this.#before) await this.#write(kept, rendered);
    await rm(join(this.#out, recordFiles.unfinished), { force: true });
  }

  async #write(ids: readonly string[], rendered: ReadonlyMap<string, FreshPage>): Promise<void> {
    const { keys } = this.#facts.stored;
    const used = new Uint8Array(keys.length);
    const fresh = new Set<string>();
    for (const id of ids) {
      const page = rendered.get(id);
      for (const key of page?.facts ?? []) fresh.add(key);
      if (!page) for (const number of this.current.get(id)?.facts ?? []) used[number] = 1;
    }
    const old = keys.filter((_, index) => used[index] === 1);
    const facts = this.#facts.replacedBy(new Set([...old, ...fresh]));
    const numbers = new Map(facts.keys.map((key, index) => [key, index]));
    const numberOf = (key: string) => numbers.get(key) ?? 0;
    const moved = Uint32Array.from(keys, numberOf);
    const pages = ids.flatMap((id): [string, StoredPage][] => {
      const page = rendered.get(id);
      if (page) return [[id, { ...page, facts: Uint32Array.from(page.facts, numberOf) }]];
      const kept = this.current.get(id);
      return kept ? [[id, { ...kept, facts: kept.facts.map((old) => moved[old] ?? 0) }]] : [];
    });
    const stored: Stored = { version: this.#version, facts, pages: new Map(pages) };
    const content = sealed(serialize(stored));
    await writeBytes(join(this.#out, recordFiles.renderedPages), content);
  }
}

/** Notes in `out` that the records of these pages are about to change. */
export async function announceChanges(out: string, ids: readonly string[]): Promise<void> {
  await writeBytes(join(out, recordFiles.unfinished), JSON.stringify(ids));
}

async function readStored(location: string, version: string): Promise<Stored | null> {
  try {
    const content = unsealed(await readBytes(location));
    const stored = content && (deserialize(content) as Stored);
    return stored?.version === version ? stored : null;
  } catch {
    return null;
  }
}

/** Ids of the pages that a stopped import may have written; null when that cannot be read. */
async function suspectPages(location: string): Promise<readonly string[] | null> {
  try {
    return JSON.parse(Buffer.from(await readBytes(location)).toString('utf8')) as string[];
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : null;
  }
}

function sizeOf(location: string): number | null {
  return statSync(location, { throwIfNoEntry: false })?.size ?? null;
}
