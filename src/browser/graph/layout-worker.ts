/** Worker: lays out a part of the garden. */
import type { Web } from '../../garden/graph/coarsen.ts';
import { layOut } from '../../garden/graph/layout.ts';

addEventListener('message', ({ data }: MessageEvent<Web>) => {
  const places = layOut(data);
  postMessage(places, { transfer: [places.buffer] });
});
