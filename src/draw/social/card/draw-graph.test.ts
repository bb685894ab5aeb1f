import { expect, test } from 'vitest';
import { drawGraph } from './draw-graph.ts';
import type { NearGraph } from './near-graph.ts';
import { paletteOf } from './palette.ts';

const palette = paletteOf('');
const lines = [
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 3],
] as const;

function drawn(points: NearGraph['points']): string {
  return drawGraph({ points, lines }, { x: 200, y: 100, radius: 50 }, palette);
}

/** Radius and colour of each point. */
function points(svg: string): string[] {
  return [...svg.matchAll(/<circle [^>]*r="(\S+)" fill="(\S+)"\/>/g)].map(
    ([, radius, fill]) => `${radius} ${fill}`,
  );
}

test('the note itself is large, and a ghost is a ring', () => {
  const { accent, paper } = palette;
  expect(points(drawn(['self', 'note', 'note', 'ghost']))).toEqual([
    `17 ${accent}`,
    `8.5 ${accent}`,
    `8.5 ${accent}`,
    `8.5 ${paper}`,
  ]);
});

test('in the graph of a garden the most linked note is the largest', () => {
  const sizes = points(drawn(['note', 'note', 'note', 'note'])).map(Number.parseFloat);
  expect(sizes).toEqual([17, 13, 13, 9]);
});

test('lines of the note itself are darker than those among its neighbours', () => {
  const svg = drawn(['self', 'note', 'note', 'ghost']);
  const counts = [...svg.matchAll(/<path d="([^"]*)" stroke="(\S+)"\/>/g)].map(
    ([, data = '', colour]) => [data.split('M').length - 1, colour],
  );
  expect(counts).toEqual([
    [1, palette.line],
    [3, palette['line-strong']],
  ]);
});

test('all points are within the circle', () => {
  const places = [...drawn(['self', 'note', 'note', 'note']).matchAll(/cx="(\S+)" cy="(\S+)"/g)];
  const far = places.map(([, x, y]) => Math.hypot(Number(x), Number(y)));
  expect(Math.max(...far)).toBeLessThan(50.1);
  expect(places).toHaveLength(4);
});
