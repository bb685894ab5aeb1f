/** The thread that makes the search index: parts of it while the import still renders other pages. */
import type { EarlyReader } from '../import/early-reader.ts';
import type { SearchFolders } from '../search/index/index-search.ts';
import type { IndexMessage, IndexOrder, IndexTask } from '../search/index/index-worker.ts';
import { pageParts } from '../search/index/page-parts.ts';
import { type StartedWorker, startWorker } from './run-worker.ts';

/** Starts with the first pages, or the order to write, and ends with `end`. */
export class IndexThread implements EarlyReader {
  readonly #folders: SearchFolders;
  #started: StartedWorker | null = null;

  constructor(folders: SearchFolders) {
    this.#folders = folders;
  }

  readonly groups = pageParts;

  readonly take = (ids: readonly string[]): void => {
    this.#tell({ ids });
  };

  /** Says that all records are written: parts that were made again are put together. */
  endRecords(): void {
    if (this.#started !== null) this.#tell({ areRecordsWritten: true });
  }

  /** Writes the index; calls `onMessage` for each file. @throws Error what the thread throws. */
  async write(order: IndexOrder, onMessage: (message: IndexMessage) => void): Promise<void> {
    const { worker, ended } = this.#tell(order);
    worker.on('message', onMessage);
    await ended;
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#started?.worker.terminate();
  }

  #tell(task: IndexTask): StartedWorker {
    this.#started ??= this.#start();
    this.#started.worker.postMessage(task);
    return this.#started;
  }

  #start(): StartedWorker {
    const url = new URL('../search/index/index-worker.ts', import.meta.url);
    const started = startWorker(url, this.#folders);
    // A thread that fails early fails the build when the index is written, not the import.
    started.ended.catch(() => {});
    return started;
  }
}
