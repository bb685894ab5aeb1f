import { expect, test } from 'vitest';
import type { PlacedGraphData } from '../../garden/graph/graph-data.ts';
import { everything, type Filter, graphOf } from './model.ts';

const withGhosts: Filter = { ...everything, ghosts: true };

// a – b – c – d, and e alone; d is not written, and comes last.
const data: PlacedGraphData = {
  notes: [
    ['a', '/a/', 0, [0], 0],
    ['b', '/b/', 0, [], 0],
    ['c', '/c/', 1, [1], 0],
    ['e', '/e/', 0, [0, 1], 0],
    ['d', '/d/', 2, [], 0],
  ],
  tags: [
    ['x', '/tags/x/'],
    ['x/y', '/tags/x/y/'],
  ],
  folders: [''],
  links: [0, 1, 1, 2, 2, 4],
  places: [0, 0, 10, 0, 20, 0, 40, 40],
};

test('all written notes have the positions that the build computed', () => {
  const graph = graphOf(data, everything);
  expect({ titles: graph.titles, links: [...graph.links], places: graph.places }).toEqual({
    titles: ['a', 'b', 'c', 'e'],
    links: [0, 1, 1, 2],
    places: Float32Array.from(data.places),
  });
});

test('with those that are not written all are laid out anew', () => {
  const graph = graphOf(data, withGhosts);
  expect({ titles: graph.titles, links: [...graph.links], places: graph.places }).toEqual({
    titles: ['a', 'b', 'c', 'e', 'd'],
    links: [0, 1, 1, 2, 2, 4],
    places: null,
  });
  expect(graphOf(data, { ...everything, middle: 4 }).places).toBeNull();
});

test('a depth keeps what is near the middle and the links inside, to be laid out', () => {
  const graph = graphOf(data, { ...everything, middle: 1, depth: 1 });
  expect({ titles: graph.titles, links: [...graph.links], places: graph.places }).toEqual({
    titles: ['a', 'b', 'c'],
    links: [0, 1, 1, 2],
    places: null,
  });
});

test('a tag keeps its notes and those below it, and the middle though it lacks the tag', () => {
  expect(graphOf(data, { ...everything, tag: 0 }).titles).toEqual(['a', 'c', 'e']);
  expect(graphOf(data, { ...everything, tag: 0, middle: 1, depth: 1 }).titles).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('notes without a link can be shown alone', () => {
  expect(graphOf(data, { ...everything, lone: true }).titles).toEqual(['e']);
});

test('tags become points with links to their notes', () => {
  const graph = graphOf(data, { ...everything, tags: true, tag: 1 });
  expect(graph.titles).toEqual(['c', 'e', '#x/y', '#x']);
  expect(graph.hrefs).toEqual(['/c/', '/e/', '/tags/x/y/', '/tags/x/']);
  expect([...graph.links]).toEqual([0, 2, 1, 3, 1, 2]);
  expect(graph.kinds).toEqual([1, 0, 3, 3]);
});
