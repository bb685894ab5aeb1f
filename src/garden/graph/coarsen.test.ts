import { expect, test } from 'vitest';
import { coarsen } from './coarsen.ts';

test('linked points become one, and links between the same parts are one link', () => {
  // A square 0–1–2–3 becomes two points with one link.
  const { graph, part } = coarsen({ count: 4, links: Uint32Array.of(0, 1, 1, 2, 2, 3, 3, 0) });
  expect({ count: graph.count, links: [...graph.links], part: [...part] }).toEqual({
    count: 2,
    links: [1, 0],
    part: [1, 1, 0, 0],
  });
});

test('the leaves of a star all go to its middle', () => {
  const { graph } = coarsen({ count: 5, links: Uint32Array.of(0, 1, 0, 2, 0, 3, 0, 4) });
  expect(graph).toEqual({ count: 1, links: new Uint32Array() });
});
