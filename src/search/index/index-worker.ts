/** Makes the search index in a thread of its own, beside the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { postFile } from '../../system/post-file.ts';
import { indexSearch, type SearchSource } from './index-search.ts';

export interface IndexTask extends SearchSource {
  /** Keys of the files that are in the site, by path. */
  readonly current: ReadonlyMap<string, string>;
}

/** A file of the index; or at the end how many pages it has, and which files are in the site as they are. */
export type IndexMessage =
  | { readonly path: string; readonly key: string; readonly content: Uint8Array }
  | { readonly pages: number; readonly kept: readonly string[] };

const { current, ...source } = workerData as IndexTask;
const send = (message: IndexMessage) => parentPort && postFile(parentPort, message);
// Most files are: one message for each would take longer than to make those that changed.
const kept: string[] = [];

const pages = await indexSearch(source, async ({ path, key, content }) => {
  if (current.get(path) === key) kept.push(path);
  else send({ path, key, content: await content() });
});
send({ pages, kept });
