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

/** What is known of a page besides its record. */
export interface RenderedPage {
  readonly description: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly math: FormulaParts | null;
  /** Digest of the record and the Markdown copy. */
  readonly digest: string;
  /** Sizes of the record, the Markdown copy and the excerpts, in bytes; 0 for no file. */
  readonly sizes: readonly number[];
  /** Of its excerpts for other pages; null where it has none. */
  readonly excerpts: ExcerptKeys | null;
}

/** A rendered page with the keys of the facts that it read. */
export interface KeptPage extends RenderedPage {
  readonly facts: Iterable<string>;
}

interface StoredPage extends RenderedPage {
  /** Indexes in `Stored.facts`. */
  readonly facts: Uint32Array;
}

interface Stored {
  readonly version: string;
  readonly facts: readonly string[];
  /** Digests of the facts, parallel to them. */
  readonly digests: readonly string[];
  readonly pages: ReadonlyMap<string, StoredPage>;
}

const nothing = (version: string): Stored => ({
  version,
  facts: [],
  digests: [],
  pages: new Map(),
});

/** The pages that the last import left in a folder. */
export class KeptPages {
  readonly #stored: Stored;

  private constructor(stored: Stored) {
    this.#stored = stored;
  }

  /**
   * Reads what the last import left in `out`; nothing when another version of the code wrote it or
   * when it is damaged. Pages whose files are missing or have another size are left out.
   */
  static async open(out: string, version: string): Promise<KeptPages> {
    const stored =
      (await readStored(join(out, recordFiles.renderedPages), version)) ?? nothing(version);
    const suspect = await suspectPages(join(out, recordFiles.unfinished));
    const pages = new Map(stored.pages);
    if (suspect === null) pages.clear();
    for (const id of suspect ?? []) pages.delete(id);
    for (const [id, { sizes }] of stored.pages) {
      const files = [pageRecordFile(id), pageMarkdownFile(id), pageExcerptsFile(id)];
      const isSame = (file: string, index: number) =>
        sizes[index] === 0 || sizeOf(join(out, file)) === sizes[index];
      if (!files.every(isSame)) pages.delete(id);
    }
    return new KeptPages({ ...stored, pages });
  }

  /** The pages of which every fact still has the same digest. */
  current(digestOfFact: (key: string) => string): ReadonlyMap<string, KeptPage> {
    const { facts, digests, pages } = this.#stored;
    const state = new Map<number, boolean>();
    const isSame = (index: number) => {
      const known = state.get(index);
      if (known !== undefined) return known;
      const same = digestOfFact(facts[index] ?? '') === digests[index];
      state.set(index, same);
      return same;
    };
    const current = [...pages].filter(([, page]) => page.facts.every(isSame));
    return new Map(
      current.map(([id, page]) => {
        const keys = { [Symbol.iterator]: () => keysOf(page.facts, facts) };
        return [id, { ...page, facts: keys }];
      }),
    );
  }
}

function* keysOf(indexes: Uint32Array, facts: readonly string[]): Generator<string> {
  for (const index of indexes) yield facts[index] ?? '';
}

/** Notes in `out` that the records of these pages are about to change. */
export async function announceChanges(out: string, ids: readonly string[]): Promise<void> {
  await writeBytes(join(out, recordFiles.unfinished), JSON.stringify(ids));
}

/** Keeps the pages in `out`, whose records are complete, for the next import. */
export async function keepPages(
  out: string,
  version: string,
  pages: ReadonlyMap<string, KeptPage>,
  digestOfFact: (key: string) => string,
): Promise<void> {
  const indexes = new Map<string, number>();
  const indexOf = (key: string) => {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, indexes.size);
    return indexes.size - 1;
  };
  const stored = [...pages].map(([id, page]): [string, StoredPage] => {
    return [id, { ...page, facts: Uint32Array.from(page.facts, indexOf) }];
  });
  const facts = [...indexes.keys()];
  const bytes = serialize({
    version,
    facts,
    digests: facts.map(digestOfFact),
    pages: new Map(stored),
  } satisfies Stored);
  await writeBytes(join(out, recordFiles.renderedPages), sealed(bytes));
  await rm(join(out, recordFiles.unfinished), { force: true });
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
