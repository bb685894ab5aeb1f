/** Writes what the development server shows besides the pages, after every import. */
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../garden/diagnostic.ts';
import { developmentFiles, type GraphRecord, recordFiles } from '../garden/record-files.ts';
import type { IndexMessage } from '../search/index/index-worker.ts';
import { keepOnly, writeBytes, writeIfChanged } from '../system/disk.ts';
import type { SiteFolders } from './folders.ts';
import { IndexThread } from './index-thread.ts';

/** Writes the diagnostics of each published note by its address. */
export class NoteDiagnostics {
  readonly #garden: string;
  /** The graph as it was read last: an update of notes leaves it as it is. */
  #graph: { readonly mark: string; readonly addresses: ReadonlyMap<string, string> } | null = null;

  constructor(garden: string) {
    this.#garden = garden;
  }

  async write(diagnostics: readonly Diagnostic[]): Promise<void> {
    const addresses = await this.#addresses();
    const listed = [...Map.groupBy(diagnostics, ({ path }) => path)].flatMap(([path, found]) => {
      const permalink = addresses.get(path);
      return permalink === undefined ? [] : [[permalink, found] as const];
    });
    const folder = join(this.#garden, recordFiles.development);
    const text = JSON.stringify(Object.fromEntries(listed));
    await writeIfChanged(join(folder, developmentFiles.diagnostics), text);
  }

  /** Of published notes by path. */
  async #addresses(): Promise<ReadonlyMap<string, string>> {
    const location = join(this.#garden, recordFiles.graph);
    const { ino, size, mtimeNs } = await stat(location, { bigint: true });
    const mark = `${ino} ${size} ${mtimeNs}`;
    if (this.#graph?.mark !== mark) {
      const { notes } = JSON.parse(await readFile(location, 'utf8')) as GraphRecord;
      const addresses = new Map(notes.map(({ path, permalink }) => [path, permalink]));
      this.#graph = { mark, addresses };
    }
    return this.#graph.addresses;
  }
}

/** Makes the search index in the background; an edit that comes meanwhile is indexed afterwards. */
export class SearchInBackground {
  readonly #folders: Omit<SiteFolders, 'site'>;
  readonly #onError: (error: unknown) => void;
  /** Keys of the files of the last index, by path. */
  #written: ReadonlyMap<string, string> = new Map();
  #isRunning = false;
  #isStale = false;

  constructor(folders: Omit<SiteFolders, 'site'>, onError: (error: unknown) => void) {
    this.#folders = folders;
    this.#onError = onError;
  }

  /** Says that the records changed. */
  refresh(): void {
    this.#isStale = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isStale) {
      this.#isStale = false;
      await this.#index().catch(this.#onError);
    }
    this.#isRunning = false;
  }

  async #index(): Promise<void> {
    const { garden, cache } = this.#folders;
    const folder = join(garden, recordFiles.development);
    const thread = new IndexThread({ records: garden, cache: join(cache, 'development') });
    const order = { textsPerFile: 1, current: this.#written };
    const files = new Map<string, string>();
    const writes: Promise<void>[] = [];
    await thread.write(order, (message: IndexMessage) => {
      if ('pages' in message) {
        for (const path of message.kept) files.set(path, this.#written.get(path) ?? '');
        return;
      }
      files.set(message.path, message.key);
      writes.push(writeBytes(join(folder, message.path), message.content));
    });
    await Promise.all(writes);
    const wanted = new Set(files.keys());
    for (const part of developmentFiles.index) await keepOnly(folder, wanted, part);
    this.#written = files;
    await writeIfChanged(join(folder, developmentFiles.indexReady), 'yes');
  }
}

/** Removes what an earlier run left: its index is not that of the notes as they are. */
export async function clearDevelopment(garden: string): Promise<void> {
  await rm(join(garden, recordFiles.development), { recursive: true, force: true });
}
