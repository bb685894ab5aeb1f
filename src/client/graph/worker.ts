/** Lays a graph out beside the page: the page only draws. */
import { layOut } from './layout.ts';

interface Task {
  readonly links: Uint32Array;
  readonly degrees: Uint32Array;
}

/** Fewer pictures of a large graph: each is a copy. */
const pause = 120;

let run = 0;

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  run += 1;
  const mine = run;
  const layout = layOut(data.links, data.degrees);
  const work = () => {
    if (mine !== run) return;
    const until = performance.now() + pause;
    let moving = true;
    while (moving && performance.now() < until) moving = layout.step();
    postMessage({ places: layout.places(), moving });
    if (moving) setTimeout(work);
  };
  work();
});
