/** The page's end of the worker. */
import type { Graph } from './model.ts';
import type { Painter } from './view.ts';
import type { Task } from './worker.ts';

export interface Beside {
  /** Lays another graph out; `moved` hears of its places again and again. */
  layOut(graph: Graph): void;
  readonly paint: Painter | null;
}

type Answer = { readonly places: Float32Array<ArrayBuffer> } | { readonly picture: ImageBitmap };

/** Starts the worker. Browsers that cannot paint in one get no painter. */
export function startBeside(moved: (places: Float32Array<ArrayBuffer>) => void): Beside {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting: ((picture: ImageBitmap) => void)[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if ('places' in data) moved(data.places);
    else waiting.shift()?.(data.picture);
  });
  const send = (task: Task) => worker.postMessage(task);
  const paint: Painter = ({ shape: _shape, places: _places, ...ground }) => {
    send({ kind: 'paint', ground });
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    layOut: ({ links, degrees, kinds }) =>
      send({ kind: 'layout', shape: { links, degrees, kinds } }),
    paint: typeof OffscreenCanvas === 'undefined' ? null : paint,
  };
}
