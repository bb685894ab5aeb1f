/** The search of development: its index follows the records. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { developmentFiles, recordFiles } from '../../garden/record-files.ts';
import type { IndexMessage } from '../../search/index/index-worker.ts';
import { keepOnly, writeBytes, writeIfChanged } from '../../system/disk.ts';
import type { SiteFolders } from '../folders.ts';
import { IndexThread } from '../index-thread.ts';

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
