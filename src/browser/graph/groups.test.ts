import { expect, test } from 'vitest';
import type { PlacedGraphData } from '../../garden/graph/graph-data.ts';
import { groupsOf, slots } from './groups.ts';
import { everything, graphOf } from './model.ts';

const data: PlacedGraphData = {
  notes: [
    ['a', '/a/', 0, [0], 1],
    ['b', '/b/', 0, [1], 2],
    ['c', '/c/', 0, [1], 2],
    ['d', '/d/', 0, [], 0],
    ['e', '/e/', 1, [0], 0],
    ['f', '/f/', 2, [], 0],
  ],
  tags: [
    ['x/y', '/tags/x/y/'],
    ['z', '/tags/z/'],
  ],
  folders: ['', 'Small', 'Large'],
  links: [],
  places: Array.from({ length: 12 }, () => 0),
};

test('the largest folders have colours of their own; journals and unwritten notes others', () => {
  const { groups, slotOf } = groupsOf(
    data,
    graphOf(data, { ...everything, ghosts: true }),
    'folder',
  );
  expect(groups).toEqual([
    { slot: 0, name: 'Large', count: 2 },
    { slot: 1, name: 'Small', count: 1 },
    { slot: slots.other, name: '', count: 1 },
    { slot: slots.journal, name: '', count: 1 },
    { slot: slots.ghost, name: '', count: 1 },
  ]);
  expect([...slotOf]).toEqual([1, 0, 0, slots.other, slots.journal, slots.ghost]);
});

test('a folder keeps its colour where others are filtered out', () => {
  const { groups } = groupsOf(data, graphOf(data, { ...everything, tag: 0 }), 'folder');
  expect(groups).toEqual([
    { slot: 1, name: 'Small', count: 1 },
    { slot: slots.journal, name: '', count: 1 },
  ]);
});

test('by tag, the outermost part of the first one counts', () => {
  const { groups } = groupsOf(data, graphOf(data, { ...everything, ghosts: true }), 'tag');
  expect(groups.slice(0, 2)).toEqual([
    { slot: 0, name: 'z', count: 2 },
    { slot: 1, name: 'x', count: 1 },
  ]);
});
