/** Calls the worker that lays graphs out. */
import type { PointGraph } from '../../garden/graph/coarsen.ts';

let worker: Worker | null = null;
let stopWaiting = () => {};

/**
 * x, y of each point of a graph; null if another graph was requested meanwhile. The worker starts with
 * the first call: the layout of the whole garden comes with its data.
 */
export function layOutInWorker(graph: PointGraph): Promise<Float32Array<ArrayBuffer> | null> {
  stopWaiting();
  // A large layout that is no longer needed would delay the next one.
  worker ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
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
    asked.postMessage(graph);
  });
}
