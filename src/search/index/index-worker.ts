/** Makes the search index in a thread of its own, beside the import and the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { postFile } from '../../system/post-file.ts';
import { type SearchFolders, SearchIndex } from './index-search.ts';

/** The order to write the index, after which nothing is prepared any more. */
export interface IndexOrder {
  readonly textsPerFile: number | null;
  /** Keys of the files that are in the site, by path. */
  readonly current: ReadonlyMap<string, string>;
}

/**
 * What the thread is told: ids of pages whose part it may make, that all records are written, or at the end to
 * write the index.
 */
export type IndexTask =
  | { readonly ids: readonly string[] }
  | { readonly areRecordsWritten: true }
  | IndexOrder;

/** A file of the index; or at the end how many pages it has, and which files are in the site as they are. */
export type IndexMessage =
  | { readonly path: string; readonly key: string; readonly content: Uint8Array }
  | { readonly pages: number; readonly kept: readonly string[] };

const index = new SearchIndex(workerData as SearchFolders);
/** While Pagefind indexes one part, this thread reads the next one. */
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
let begun = 0;

/** What cannot be made ahead is made, or fails, when the index is written. */
function doAhead(work: () => Promise<unknown>): void {
  const lane = begun % lanes.length;
  begun += 1;
  lanes[lane] = (lanes[lane] ?? Promise.resolve()).then(work).catch(() => {});
}

async function write({ textsPerFile, current }: IndexOrder): Promise<void> {
  await Promise.all(lanes);
  const send = (message: IndexMessage) => parentPort && postFile(parentPort, message);
  // Most files are: one message for each would take longer than to make those that changed.
  const kept: string[] = [];
  const pages = await index.write(textsPerFile, async ({ path, key, content }) => {
    if (current.get(path) === key) kept.push(path);
    else send({ path, key, content: await content() });
  });
  send({ pages, kept });
}

// What `write` throws ends the thread, and is thrown by the build.
parentPort?.on('message', async (task: IndexTask) => {
  if ('ids' in task) {
    if (begun === 0) doAhead(() => index.readAhead());
    return doAhead(() => index.prepare(task.ids));
  }
  if ('areRecordsWritten' in task) {
    const prepared = Promise.all(lanes);
    return doAhead(() => prepared.then(() => index.join()));
  }
  await write(task);
  parentPort?.close();
});
