import { expect, test } from 'vitest';
import { adjacencyOf, byDegree, degree, neighbours, within } from './adjacency.ts';

// a – b – c – d, and e alone.
const adjacency = adjacencyOf([0, 1, 1, 2, 2, 3], 5);

test('neighbours are those one step away, in both directions', () => {
  expect([0, 1, 2, 3, 4].map((point) => [...neighbours(adjacency, point)])).toEqual([
    [1],
    [0, 2],
    [1, 3],
    [2],
    [],
  ]);
  expect([0, 1, 4].map((point) => degree(adjacency, point))).toEqual([1, 2, 0]);
});

test('steps count both ways along a link', () => {
  expect([...within(adjacency, 2, 1)]).toEqual([2, 1, 3]);
  expect([...within(adjacency, 0, 2)]).toEqual([0, 1, 2]);
  expect([...within(adjacency, 4, 3)]).toEqual([4]);
});

test('the best linked come first, and equal ones in their order', () => {
  expect(byDegree(adjacency)).toEqual([1, 2, 0, 3, 4]);
});
