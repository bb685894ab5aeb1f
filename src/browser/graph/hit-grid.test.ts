import { expect, test } from 'vitest';
import { hitGrid } from './hit-grid.ts';

const grid = hitGrid(Float32Array.of(0, 0, 10, 0, 119, 0, -300, 500));

test('the nearest point within its own radius is found', () => {
  const reach = (point: number) => [5, 8, 5, 40][point] ?? 0;
  const at = (x: number, y: number) => grid.at(x, y, reach, 40);
  expect([at(1, 1), at(6, 0), at(4, 0), at(30, 0), at(-320, 520)]).toEqual([0, 1, 0, -1, 3]);
});

test('a point is found from beyond the edge of its square', () => {
  expect(grid.at(123, -3, () => 6, 6)).toBe(2);
});
