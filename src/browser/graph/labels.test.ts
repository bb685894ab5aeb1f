import { expect, test } from 'vitest';
import { type Named, placeLabels } from './labels.ts';

const size = { width: 400, height: 300 };
const named = (point: number, x: number, y: number, width = 60): Named => {
  return { point, x, y, radius: 5, width };
};

test('a name is below its point', () => {
  expect(placeLabels([named(0, 200, 100)], size, 9)).toEqual([{ point: 0, x: 200, y: 119 }]);
});

test('a later name moves above, right or left of its point, or is left out', () => {
  // Five points on one place cannot have five names.
  const crowd = [0, 1, 2, 3, 4].map((point) => named(point, 200, 100));
  expect(placeLabels(crowd, size, 9)).toEqual([
    { point: 0, x: 200, y: 119 },
    { point: 1, x: 200, y: 88 },
    { point: 2, x: 238, y: 103.5 },
    { point: 3, x: 162, y: 103.5 },
  ]);
});

test('a name is above its point rather than on another point', () => {
  expect(placeLabels([named(0, 200, 100), named(1, 200, 118)], size, 9)).toEqual([
    { point: 0, x: 200, y: 88 },
    { point: 1, x: 200, y: 137 },
  ]);
});

test('names stay within the canvas, and are no more than asked for', () => {
  expect(placeLabels([named(0, 200, 290)], size, 9)).toEqual([{ point: 0, x: 200, y: 278 }]);
  expect(placeLabels([named(0, 4, 100), named(1, 300, 200)], size, 1)).toEqual([
    { point: 0, x: 33, y: 119 },
  ]);
});

test('no two names overlap, however dense the crowd', () => {
  const crowd = Array.from({ length: 200 }, (_, i) => named(i, (i * 37) % 400, (i * 53) % 300));
  const labels = placeLabels(crowd, size, 200);
  const overlaps = labels.filter((a, index) =>
    labels.slice(index + 1).some((b) => Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < 15),
  );
  expect(overlaps).toEqual([]);
  // In such a crowd every name covers a point: the first twelve may.
  expect(labels.length).toBe(12);
});

test('no name is below the buttons, nor beside another without a gap', () => {
  expect(placeLabels([named(0, 380, 250)], size, 9)).toEqual([]);
  const [, second] = placeLabels([named(0, 150, 100), named(1, 212, 100)], size, 9);
  expect(second?.y).not.toBe(119);
});
