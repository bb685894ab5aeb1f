import { expect, test } from 'vitest';
import type { GraphData } from '../../graph-data.ts';
import { graphOf, neighbours, within } from './model.ts';

// a – b – c – d, and e alone.
const data: GraphData = {
  notes: [
    ['a', '/a/', 0, [0]],
    ['b', '/b/', 0, []],
    ['c', '/c/', 1, [0]],
    ['d', '/d/', 2, []],
    ['e', '/e/', 0, [0]],
  ],
  tags: ['x'],
  links: [0, 1, 1, 2, 2, 3],
};
const everything = { tag: -1, middle: -1, depth: Number.POSITIVE_INFINITY };

test('steps count both ways along a link', () => {
  expect([...within(data.links, 2, 1)].sort()).toEqual([1, 2, 3]);
  expect([...within(data.links, 0, 2)].sort()).toEqual([0, 1, 2]);
});

test('a depth keeps what is near the middle and the links inside', () => {
  const graph = graphOf(data, { ...everything, middle: 1, depth: 1 });
  expect(graph.titles).toEqual(['a', 'b', 'c']);
  expect([...graph.links]).toEqual([0, 1, 1, 2]);
  expect([...graph.degrees]).toEqual([1, 2, 1]);
});

test('a tag keeps its notes, and the middle though it lacks the tag', () => {
  expect(graphOf(data, { ...everything, tag: 0 }).titles).toEqual(['a', 'c', 'e']);
  expect(graphOf(data, { tag: 0, middle: 1, depth: 1 }).titles).toEqual(['a', 'b', 'c']);
});

test('neighbours are those one step away, in both directions', () => {
  expect(neighbours(graphOf(data, everything), 1)).toEqual([0, 2]);
});
