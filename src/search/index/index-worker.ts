/** Makes the search index in a thread of its own, beside the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { postFile } from '../../system/post-file.ts';
import { indexSearch, type SearchSource } from './index-search.ts';

export interface IndexTask extends SearchSource {
  /** Keys of the files that are in the site, by path. */
  readonly current: ReadonlyMap<string, string>;
}

/** A file of the index, without content when it is in the site as it is; or at the end how many pages it has. */
export type IndexMessage =
  | { readonly path: string; readonly key: string; readonly content?: Uint8Array }
  | { readonly pages: number };

const { current, ...source } = workerData as IndexTask;
const send = (message: IndexMessage) => parentPort && postFile(parentPort, message);

const pages = await indexSearch(source, async ({ path, key, content }) => {
  const isCurrent = current.get(path) === key;
  send(isCurrent ? { path, key } : { path, key, content: await content() });
});
send({ pages });
