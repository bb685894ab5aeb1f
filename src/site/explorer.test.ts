import { expect, test } from 'vitest';
import type { NoteSummary } from '../garden/page.ts';
import { folderKey, foldersOf } from './explorer.ts';

function note(title: string, ancestors: readonly string[], kind: NoteSummary['kind'] = 'note') {
  return {
    id: title,
    title,
    permalink: `/${title}/`,
    kind,
    path: '',
    lang: 'en',
    aliases: [],
    tags: [],
    journal: null,
    created: '',
    modified: '',
    description: '',
    backlinks: 0,
    ancestors,
  } satisfies NoteSummary;
}

test('each folder lists its folders with counts, then its notes, and names are cut to their own part', () => {
  const folders = foldersOf([
    note('mit/6.824', ['mit']),
    note('GFS', ['mit', 'papers']),
    note('Kafka', []),
    note('2026-11-21', [], 'journal'),
    note('BookKeeper', [], 'ghost'),
  ]);
  const [mit, papers] = [folderKey(['mit']), folderKey(['mit', 'papers'])];
  expect(folders).toEqual([
    {
      key: 'root',
      folders: [{ title: 'mit', key: mit, count: 2 }],
      notes: [{ title: 'Kafka', permalink: '/Kafka/' }],
    },
    {
      key: mit,
      folders: [{ title: 'papers', key: papers, count: 1 }],
      notes: [{ title: '6.824', permalink: '/mit/6.824/' }],
    },
    { key: papers, folders: [], notes: [{ title: 'GFS', permalink: '/GFS/' }] },
  ]);
});

test('a note that is called like a folder is the page of that folder, and not listed twice', () => {
  const [root, mit] = foldersOf([
    note('mit', []),
    note('mit/6.824', ['mit']),
    note('mit/6.824/GFS', ['mit', '6.824']),
  ]);
  expect(root).toEqual({
    key: 'root',
    folders: [{ title: 'mit', key: folderKey(['mit']), count: 3, permalink: '/mit/' }],
    notes: [],
  });
  expect(mit).toEqual({
    key: folderKey(['mit']),
    folders: [
      { title: '6.824', key: folderKey(['mit', '6.824']), count: 2, permalink: '/mit/6.824/' },
    ],
    notes: [],
  });
});

test('the owner orders, pins and hides folders and notes by their paths', () => {
  const notes = [
    note('A', []),
    note('B', []),
    note('Kafka', ['Systems']),
    note('Raft', ['Papers']),
    note('Old', ['Attic', 'Deep']),
    { ...note('Titled', []), path: 'vault/file name.md' },
  ];
  const navigation = {
    order: ['systems', 'B', '/vault/file name'],
    pinned: ['Systems/Kafka', 'A', 'Nowhere'],
    hidden: ['Attic/', 'Papers/Raft'],
  };
  expect(foldersOf(notes, navigation)).toEqual([
    {
      key: 'root',
      folders: [{ title: 'Systems', key: folderKey(['Systems']), count: 1 }],
      notes: [
        { title: 'B', permalink: '/B/' },
        { title: 'Titled', permalink: '/Titled/' },
        { title: 'A', permalink: '/A/' },
      ],
      pinned: [
        { title: 'Kafka', permalink: '/Kafka/' },
        { title: 'A', permalink: '/A/' },
      ],
    },
    {
      key: folderKey(['Systems']),
      folders: [],
      notes: [{ title: 'Kafka', permalink: '/Kafka/' }],
    },
  ]);
});
