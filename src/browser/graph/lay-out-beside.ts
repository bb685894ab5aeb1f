/** The page's end of the worker that lays graphs out. */
import type { Web } from '../../garden/graph/coarsen.ts';

let worker: Worker | null = null;
let stopWaiting = () => {};

/**
 * Places for the points of a graph; null where another graph was asked for meanwhile. The worker is
 * started with the first graph: the garden as a whole comes with its places.
 */
export function layOutBeside(web: Web): Promise<Float32Array<ArrayBuffer> | null> {
  stopWaiting();
  // A large layout that nobody waits for any more would hold up the next one.
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  return new Promise((resolve) => {
    const answer = ({ data }: MessageEvent<Float32Array<ArrayBuffer>>) => {
      stopWaiting = () => {};
      resolve(data);
    };
    stopWaiting = () => {
      asked.terminate();
      worker = null;
      resolve(null);
    };
    asked.addEventListener('message', answer, { once: true });
    asked.postMessage(web);
  });
}
