import { expect, test } from 'vitest';
import type { GraphData } from './graph-data.ts';
import { type Near, nearData } from './near-data.ts';
import { shardOf } from './shard.ts';

// a → b ⇄ c, a → c, a → g, which is not written.
const data: GraphData = {
  notes: [
    ['A', '/a/', 0, [], 0],
    ['B', '/b/', 0, [], 0],
    ['C', '/c/', 1, [], 0],
    ['Lone', '/lone/', 0, [], 0],
    ['G', '/g/', 2, [], 0],
  ],
  tags: [],
  folders: [''],
  links: [0, 1, 1, 2, 0, 2, 0, 4],
  mutual: [2],
};

function nearOf(...given: Parameters<typeof nearData>): Readonly<Record<string, Near>> {
  return Object.assign({}, ...nearData(...given).values());
}

test('a note has what it is linked with by kind; ghosts have no graph of their own', () => {
  const near = nearOf(data);
  expect(Object.keys(near).sort()).toEqual(['/a/', '/b/', '/c/', '/lone/']);
  expect(near['/b/']).toEqual({ groups: { both: [['C', '/c/', 1]], in: [['A', '/a/', 0]] } });
  expect(near['/a/']).toEqual({
    groups: {
      out: [
        ['B', '/b/', 0],
        ['C', '/c/', 1],
        ['G', '/g/', 2],
      ],
    },
  });
  expect(near['/lone/']).toEqual({ groups: {} });
});

test('a translation has the graph of the note that stands for it', () => {
  const near = nearOf({ ...data, translations: [['乙', '/yi/', 1]] });
  expect(near['/yi/']).toEqual(near['/b/']);
});

test('a note may have another name in the drawing', () => {
  const names = new Map([
    ['/b/', 'short'],
    ['/c/', 'C'],
  ]);
  expect(nearOf(data, names)['/a/']?.groups.out?.slice(0, 2)).toEqual([
    ['B', '/b/', 0, 'short'],
    ['C', '/c/', 1],
  ]);
});

test('of very many of one kind the best linked are kept, and the others counted', () => {
  const notes = Array.from({ length: 30 }, (_, i) => [`N${i}`, `/${i}/`, 0, [], 0] as const);
  const star = notes.slice(1).flatMap((_, i) => [0, i + 1]);
  const near = nearOf({ ...data, notes, links: [...star, 28, 29], mutual: [] })['/0/'];
  expect(near?.groups.out?.map(([title]) => title).slice(0, 3)).toEqual(['N28', 'N29', 'N1']);
  expect([near?.groups.out?.length, near?.more]).toEqual([6, { out: 23 }]);
});

test('an address is in one shard, however it is encoded', () => {
  expect(shardOf('/%E5%85%B1%E8%AF%86/raft/')).toBe(shardOf('/共识/raft/'));
  expect(shardOf('/kafka/')).toMatch(/^[0-9a-f]{2}$/);
});
