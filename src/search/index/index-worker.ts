/** Makes the search index in a thread of its own, beside the rendering of the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { indexSearch, type SearchSource } from './index-search.ts';

const { pages } = await indexSearch(workerData as SearchSource);
parentPort?.postMessage(pages);
