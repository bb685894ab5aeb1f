/** The thread that makes the search index: parts of it while the import still renders other pages. */
import type { EarlyReader } from '../import/early-reader.ts';
import type { SearchFolders } from '../search/index/index-search.ts';
import type { IndexMessage, IndexOrder, IndexTask } from '../search/index/index-worker.ts';
import { pageParts } from '../search/index/page-parts.ts';
import { ToldThread } from './told-thread.ts';

/** Starts with the first pages, or the order to write, and ends with `end`. */
export class IndexThread implements EarlyReader {
  readonly #thread: ToldThread<IndexTask>;

  constructor(folders: SearchFolders) {
    const module = new URL('../search/index/index-worker.ts', import.meta.url);
    this.#thread = new ToldThread(module, folders);
  }

  readonly groups = pageParts;

  readonly take = (ids: readonly string[]): void => {
    this.#thread.tell({ ids });
  };

  /** Says that all records are written: parts that were made again are put together. */
  endRecords(): void {
    if (this.#thread.isStarted) this.#thread.tell({ areRecordsWritten: true });
  }

  /** Writes the index; calls `onMessage` for each file. @throws Error what the thread throws. */
  write(order: IndexOrder, onMessage: (message: IndexMessage) => void): Promise<void> {
    return this.#thread.finish(order, onMessage);
  }

  /** Ends the thread, whatever it does. */
  end(): Promise<void> {
    return this.#thread.end();
  }
}
