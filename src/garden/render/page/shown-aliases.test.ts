import { expect, test } from 'vitest';
import { noteOf } from '../fixtures/hand-made.ts';
import { shownAliases } from './shown-aliases.ts';

const aliases = [
  'Second name',
  'Old folder/Old note',
  'TCP/IP',
  'a/b/c',
  'folder/',
  'Guides/New name',
  'notes/old.md',
  '旧文件夹/旧 笔记',
  'client/server',
];

test('an alias that is a path is an old address, not a name', () => {
  const note = { ...noteOf({ path: 'New name.md', title: 'A' }), name: 'New name', aliases };
  expect(shownAliases({ ...note, dialect: 'obsidian' })).toEqual([
    'Second name',
    'TCP/IP',
    'client/server',
  ]);
  expect(shownAliases({ ...note, dialect: 'logseq' })).toEqual(aliases);
});
