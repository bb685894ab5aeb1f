import { expect, test } from 'vitest';
import { layOut } from './layout.ts';

function distance(places: Float32Array, a: number, b: number): number {
  return Math.hypot(
    (places[a * 2] ?? 0) - (places[b * 2] ?? 0),
    (places[a * 2 + 1] ?? 0) - (places[b * 2 + 1] ?? 0),
  );
}

/** `groups` rings of `size` points, each ring joined to the next by one link. */
function rings(groups: number, size: number) {
  const links: number[] = [];
  for (let group = 0; group < groups; group += 1) {
    const first = group * size;
    for (let i = 0; i < size; i += 1) links.push(first + i, first + ((i + 1) % size));
    if (group > 0) links.push(first - size, first);
  }
  return { links: Uint32Array.from(links), count: groups * size };
}

test('linked points end nearer to each other than points that are not linked', () => {
  const places = layOut(rings(2, 3));
  expect(distance(places, 0, 1)).toBeLessThan(distance(places, 1, 4));
  expect(distance(places, 3, 4)).toBeLessThan(distance(places, 1, 5));
});

test('a graph that is too large to lay out at once keeps its groups together', () => {
  const places = layOut(rings(40, 20));
  const middles = Array.from({ length: 40 }, (_, group) => {
    const ring = Array.from({ length: 20 }, (_unused, i) => group * 20 + i);
    const mean = (axis: 0 | 1) =>
      ring.reduce((sum, point) => sum + (places[point * 2 + axis] ?? 0), 0) / ring.length;
    const [x, y] = [mean(0), mean(1)];
    const wide = ring.map((point) =>
      Math.hypot((places[point * 2] ?? 0) - x, (places[point * 2 + 1] ?? 0) - y),
    );
    return { x, y, radius: Math.max(...wide) };
  });
  const [a, z] = [middles[0], middles[39]];
  if (!a || !z) throw new Error('Forty rings have a first and a last.');
  expect(a.radius + z.radius).toBeLessThan(Math.hypot(a.x - z.x, a.y - z.y));
});

test('points without a link are gathered in rows below all others', () => {
  const graph = rings(1, 6);
  const places = layOut({ ...graph, count: 30 });
  const [x, y] = [0, 1].map((axis) => [...places].filter((_, index) => index % 2 === axis));
  const lowest = Math.max(...(y ?? []).slice(0, 6));
  const rows = new Set((y ?? []).slice(6));
  expect(Math.min(...rows)).toBeGreaterThan(lowest + 25);
  expect(rows.size).toBeLessThanOrEqual(5);
  const span = (all: readonly number[]) => Math.max(...all) - Math.min(...all);
  expect(span((x ?? []).slice(6))).toBeLessThanOrEqual(
    Math.max(130, span((x ?? []).slice(0, 6)) + 26),
  );
});

test('no two points of a small graph have one position', () => {
  const places = layOut({ links: new Uint32Array(), count: 90 });
  const taken = new Set(
    Array.from({ length: 90 }, (_, point) => `${places[point * 2]} ${places[point * 2 + 1]}`),
  );
  expect(taken.size).toBe(90);
});

test('the same graph comes out the same, in whole numbers', () => {
  const places = layOut(rings(40, 20));
  expect(layOut(rings(40, 20))).toEqual(places);
  expect(places.every((place) => Number.isInteger(place))).toBe(true);
});
