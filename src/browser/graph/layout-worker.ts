/** Worker: lays out a part of the garden. */
import type { PointGraph } from '../../garden/graph/coarsen.ts';
import { layOut } from '../../garden/graph/layout.ts';

addEventListener('message', ({ data }: MessageEvent<PointGraph>) => {
  const places = layOut(data);
  postMessage(places, { transfer: [places.buffer] });
});
