import { expect, test } from 'vitest';
import type { GraphData } from './graph-data.ts';
import { nearData } from './near-data.ts';
import { shardOf } from './shard.ts';

const data: GraphData = {
  notes: [
    ['A', '/a/', 0, [], 0],
    ['B', '/b/', 0, [], 0],
    ['C', '/c/', 1, [], 0],
    ['G', '/g/', 2, [], 0],
    ['Lone', '/lone/', 0, [], 0],
  ],
  tags: [],
  folders: [''],
  links: [0, 1, 1, 2, 0, 2, 0, 3],
};

test('a note has its neighbours with the links among them; ghosts have no graph of their own', () => {
  const near = Object.assign({}, ...nearData(data).values());
  expect(Object.keys(near).sort()).toEqual(['/a/', '/b/', '/c/', '/lone/']);
  expect(near['/b/']).toEqual({
    notes: [
      ['B', '/b/', 0],
      ['A', '/a/', 0],
      ['C', '/c/', 1],
    ],
    links: [0, 1, 0, 2, 1, 2],
    more: 0,
  });
  expect(near['/lone/']).toEqual({ notes: [['Lone', '/lone/', 0]], links: [], more: 0 });
});

test('a note may have another name in the drawing', () => {
  const names = new Map([
    ['/b/', 'short'],
    ['/c/', 'C'],
  ]);
  const near = Object.assign({}, ...nearData(data, names).values());
  expect(near['/b/'].notes).toEqual([
    ['B', '/b/', 0, 'short'],
    ['A', '/a/', 0],
    ['C', '/c/', 1],
  ]);
});

test('of very many neighbours the best linked are kept, and the others counted', () => {
  const notes = Array.from({ length: 30 }, (_, i) => [`N${i}`, `/${i}/`, 0, [], 0] as const);
  const star = notes.slice(1).flatMap((_, i) => [0, i + 1]);
  const near = Object.assign(
    {},
    ...nearData({ ...data, notes, links: [...star, 28, 29] }).values(),
  );
  expect(near['/0/'].notes.map(([title]: [string]) => title).slice(0, 4)).toEqual([
    'N0',
    'N28',
    'N29',
    'N1',
  ]);
  expect([near['/0/'].notes.length, near['/0/'].more]).toEqual([19, 11]);
});

test('an address is in one shard, however it is encoded', () => {
  expect(shardOf('/%E5%85%B1%E8%AF%86/raft/')).toBe(shardOf('/共识/raft/'));
  expect(shardOf('/kafka/')).toMatch(/^[0-9a-f]{2}$/);
});
