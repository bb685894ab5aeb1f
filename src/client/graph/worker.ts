/** Lays a part of the garden out beside the page. */
import type { Web } from './coarsen.ts';
import { layOut } from './layout.ts';

addEventListener('message', ({ data }: MessageEvent<Web>) => {
  const places = layOut(data);
  postMessage(places, { transfer: [places.buffer] });
});
