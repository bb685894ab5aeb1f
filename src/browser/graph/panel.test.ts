import { expect, test } from 'vitest';
import { adjacencyOf } from '../../garden/graph/adjacency.ts';
import type { Graph } from './model.ts';
import { linksOf, pointsOf } from './panel.ts';

// Two leaves on a hub; the fourth is alone.
const links = [0, 1, 1, 2];
const graph: Graph = {
  titles: ['Leaf', 'Hub', '叶', 'Alone'],
  hrefs: [],
  kinds: [],
  sources: [0, 1, 2, 3],
  links: Uint32Array.from(links),
  adjacency: adjacencyOf(links, 4),
  places: null,
};

test('the list begins with the best linked, or with the note it is about', () => {
  expect(pointsOf(graph, { point: -1, typed: '' })).toEqual([1, 0, 2, 3]);
  expect(pointsOf(graph, { point: 2, typed: ' ' })).toEqual([2, 1]);
});

test('what is typed is found in any case, before all else', () => {
  expect(pointsOf(graph, { point: 2, typed: 'LEAF ' })).toEqual([0]);
});

test('links are counted', () => {
  expect([1, 0, 3].map((point) => linksOf(graph, point))).toEqual([
    ['links', 2],
    ['oneLink', 1],
    ['links', 0],
  ]);
});
