import { expect, test } from 'vitest';
import { layOut } from './layout.ts';

function settle(links: readonly number[], count: number): Float32Array {
  const layout = layOut(Uint32Array.from(links), new Uint32Array(count));
  while (layout.step());
  return layout.places();
}

function distance(places: Float32Array, a: number, b: number): number {
  return Math.hypot(
    (places[a * 2] ?? 0) - (places[b * 2] ?? 0),
    (places[a * 2 + 1] ?? 0) - (places[b * 2 + 1] ?? 0),
  );
}

test('linked points end nearer to each other than points that are not linked', () => {
  // Two triangles with one bridge between 2 and 3.
  const places = settle([0, 1, 1, 2, 2, 0, 3, 4, 4, 5, 5, 3, 2, 3], 6);
  expect(distance(places, 0, 1)).toBeLessThan(distance(places, 0, 4));
  expect(distance(places, 3, 4)).toBeLessThan(distance(places, 1, 5));
});

test('the same graph comes out the same', () => {
  const links = Array.from({ length: 120 }, (_, i) => (i % 2 ? (i * 7) % 60 : i / 2));
  expect(settle(links, 60)).toEqual(settle(links, 60));
});
