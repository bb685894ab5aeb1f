import { expect, test } from 'vitest';
import { byDegree, degree, joinsOf, neighbours, within } from './joins.ts';

// a – b – c – d, and e alone.
const joins = joinsOf([0, 1, 1, 2, 2, 3], 5);

test('neighbours are those one step away, in both directions', () => {
  expect([0, 1, 2, 3, 4].map((point) => [...neighbours(joins, point)])).toEqual([
    [1],
    [0, 2],
    [1, 3],
    [2],
    [],
  ]);
  expect([0, 1, 4].map((point) => degree(joins, point))).toEqual([1, 2, 0]);
});

test('steps count both ways along a link', () => {
  expect([...within(joins, 2, 1)]).toEqual([2, 1, 3]);
  expect([...within(joins, 0, 2)]).toEqual([0, 1, 2]);
  expect([...within(joins, 4, 3)]).toEqual([4]);
});

test('the best linked come first, and equal ones in their order', () => {
  expect(byDegree(joins)).toEqual([1, 2, 0, 3, 4]);
});
