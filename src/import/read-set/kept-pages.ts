/**
 * What the last import rendered, and the facts that each page had read. Kept beside the records. Before records change, a second file names the pages that may be half written, so that an
 * import which was stopped at any point leaves no wrong record that counts as current.
 */
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import type { FormulaParts } from '../../garden/page.ts';
import {
  pageExcerptsFile,
  pageMarkdownFile,
  pageRecordFile,
  recordFiles,
} from '../../garden/record-files.ts';
import { readBytes, writeBytes } from '../../system/disk.ts';
import type { ExcerptKeys } from '../excerpt-keys.ts';
import type { RemoteUse } from '../remote-pictures/remote-diagnostic.ts';
import { FactTable, noFacts } from './fact-table.ts';
import type { FactTexts } from './facts.ts';
import {
  type FoundPages,
  readStored,
  type StoredPages,
  writeSince,
  writeWhole,
} from './stored-pages.ts';

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

/** A page as it is kept on disk. */
export interface StoredPage extends RenderedPage {
  /** Numbers of the facts that it read, in the table that is kept with it. */
  readonly facts: Uint32Array;
}

/** A page that was rendered in this run. */
export interface FreshPage extends RenderedPage {
  /** Numbers of the facts that it read, as this run gave them. */
  readonly facts: Uint32Array;
}

/** Pages that were rendered, with the keys of the facts that they read by number. */
interface FreshPages {
  readonly pages: ReadonlyMap<string, FreshPage>;
  readonly keys: readonly string[];
}

/** As long as not more pages changed since all were written, or no larger share of them, only these are written. */
const fewPages = 20;
const smallShare = 16;

/** The pages that the last import left in a folder and that are current. */
export class KeptPages {
  readonly #out: string;
  readonly #version: string;
  readonly #facts: FactTable;
  /** What was kept; null where there is none that can be used. */
  readonly #found: FoundPages | null;
  readonly current: ReadonlyMap<string, StoredPage>;

  private constructor(
    out: string,
    found: FoundPages | null,
    { version, pages }: Omit<StoredPages, 'facts'>,
    facts: FactTable,
  ) {
    this.#out = out;
    this.#version = version;
    this.#facts = facts;
    this.#found = found;
    this.current = new Map([...pages].filter(([, page]) => this.#facts.areSame(page.facts)));
  }

  /** Key of each fact by the number that the current pages have for it. */
  get keys(): readonly string[] {
    return this.#facts.stored.keys;
  }

  /**
   * Reads what the last import left in `out`; nothing when another version of the code wrote it or
   * when it is damaged. Current is a page of which every fact is as it was, and whose files are there
   * with their sizes. `pause` is awaited from time to time.
   */
  static async open(
    out: string,
    version: string,
    texts: FactTexts,
    pause?: () => Promise<void>,
  ): Promise<KeptPages> {
    const nothing = { version, facts: noFacts, pages: new Map() };
    const found = await readStored(out, version);
    const stored = found?.stored ?? nothing;
    const suspect = await suspectPages(join(out, recordFiles.unfinished));
    const pages = new Map(suspect === null ? [] : stored.pages);
    for (const id of suspect ?? []) pages.delete(id);
    for (const [id, { sizes }] of pages) {
      const files = [pageRecordFile(id), pageMarkdownFile(id), pageExcerptsFile(id)];
      const isSame = (file: string, index: number) =>
        (sizes[index] ?? 0) === 0 || sizeOf(join(out, file)) === sizes[index];
      if (!files.every(isSame)) pages.delete(id);
    }
    const facts = await FactTable.compared(stored.facts, texts, pause);
    return new KeptPages(out, found, { version, pages }, facts);
  }

  /**
   * Keeps the pages with these ids, whose records are complete, for the next import: those that were
   * rendered, else those that are current. `keys` are those of the facts that the rendered ones read.
   */
  async keep(
    ids: Iterable<string>,
    rendered: ReadonlyMap<string, FreshPage>,
    keys: readonly string[],
  ): Promise<void> {
    const kept = [...ids].filter((id) => rendered.has(id) || this.current.has(id));
    const now = new Set(kept);
    const isGone = [...(this.#found?.stored.pages.keys() ?? [])].some((id) => !now.has(id));
    // Of a page that is gone nothing stays on disk.
    const fresh = { pages: rendered, keys };
    if (this.#found === null || isGone) await this.#writeAll(kept, fresh);
    else if (rendered.size > 0) await this.#writeSome(this.#found, kept, fresh);
    await rm(join(this.#out, recordFiles.unfinished), { force: true });
  }

  /** Adds the rendered pages to those that changed since all were written, unless these are too many. */
  async #writeSome(
    { whole, since }: FoundPages,
    ids: readonly string[],
    fresh: FreshPages,
  ): Promise<void> {
    const changed = new Set([...since.pages.keys(), ...fresh.pages.keys()]).size;
    const isSmall = changed <= Math.max(fewPages, whole.pages / smallShare);
    if (!isSmall) return this.#writeAll(ids, fresh);
    const read = new Set(fresh.keys);
    // Of a garden's hundreds of thousands of facts a few pages read hundreds.
    const known = new Set(this.#facts.stored.keys.filter((key) => read.has(key)));
    const { facts, changed: groups } = this.#facts.extendedBy(
      fresh.keys.filter((key) => !known.has(key)),
    );
    const numbers = new Map<string, number>();
    for (const [number, key] of facts.keys.entries()) if (read.has(key)) numbers.set(key, number);
    const moved = Uint32Array.from(fresh.keys, (key) => numbers.get(key) ?? 0);
    const pages = new Map(since.pages);
    for (const [id, page] of fresh.pages) {
      pages.set(id, { ...page, facts: renumbered(page.facts, moved) });
    }
    const all = { groups: new Set([...since.groups, ...groups]), pages };
    await writeSince(this.#out, whole, all, facts);
  }

  async #writeAll(ids: readonly string[], fresh: FreshPages): Promise<void> {
    const { keys } = this.#facts.stored;
    const used = new Uint8Array(keys.length);
    for (const id of ids) {
      if (fresh.pages.has(id)) continue;
      for (const number of this.current.get(id)?.facts ?? []) used[number] = 1;
    }
    const old = keys.filter((_, index) => used[index] === 1);
    const facts = this.#facts.replacedBy(new Set([...old, ...fresh.keys]));
    const numbers = new Map(facts.keys.map((key, index) => [key, index]));
    const numberOf = (key: string) => numbers.get(key) ?? 0;
    const moved = Uint32Array.from(keys, numberOf);
    const given = Uint32Array.from(fresh.keys, numberOf);
    const pages = ids.flatMap((id): [string, StoredPage][] => {
      const page = fresh.pages.get(id);
      if (page) return [[id, { ...page, facts: renumbered(page.facts, given) }]];
      const kept = this.current.get(id);
      return kept ? [[id, { ...kept, facts: renumbered(kept.facts, moved) }]] : [];
    });
    await writeWhole(this.#out, { version: this.#version, facts, pages: new Map(pages) });
  }
}

/** The facts of a page by the numbers that they have in another table. */
function renumbered(facts: Uint32Array, numbers: Uint32Array): Uint32Array {
  return facts.map((number) => numbers[number] ?? 0);
}

/** Notes in `out` that the records of these pages are about to change. */
export async function announceChanges(out: string, ids: readonly string[]): Promise<void> {
  await writeBytes(join(out, recordFiles.unfinished), JSON.stringify(ids));
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
