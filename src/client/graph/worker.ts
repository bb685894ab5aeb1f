/** Lays a graph out and paints it beside the page: the page only moves the picture. */
import type { Layout } from './layout.ts';
import { layOut } from './layout.ts';
import { type Ground, paintGround, type Shape } from './paint.ts';

/** 'layout' starts over with another graph; 'paint' wants a picture of it as it is now. */
export type Task =
  | { readonly kind: 'layout'; readonly shape: Shape }
  | { readonly kind: 'paint'; readonly ground: Omit<Ground, 'shape' | 'places'> };

/** How long the layout works before it lets the page know, in milliseconds. */
const pause = 120;

let run = 0;
let shape: Shape | null = null;
let layout: Layout | null = null;

function start(next: Shape): void {
  run += 1;
  const mine = run;
  const moving = layOut(next.links, next.degrees);
  [shape, layout] = [next, moving];
  const work = () => {
    if (mine !== run) return;
    const until = performance.now() + pause;
    let goesOn = true;
    while (goesOn && performance.now() < until) goesOn = moving.step();
    postMessage({ places: moving.places() });
    if (goesOn) setTimeout(work);
  };
  work();
}

function paint(ground: Omit<Ground, 'shape' | 'places'>): void {
  const canvas = new OffscreenCanvas(ground.width * ground.ratio, ground.height * ground.ratio);
  const context = canvas.getContext('2d');
  if (context && shape && layout) {
    paintGround(context, { ...ground, shape, places: layout.places() });
  }
  const picture = canvas.transferToImageBitmap();
  postMessage({ picture }, { transfer: [picture] });
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  if (data.kind === 'layout') start(data.shape);
  else paint(data.ground);
});
