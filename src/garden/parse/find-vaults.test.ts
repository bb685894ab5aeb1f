import { expect, test } from 'vitest';
import { findVaults, isIgnored, vaultOf } from './find-vaults.ts';

test('a tree with a graph and a vault has both, whatever the order of its files', () => {
  const paths = [
    'obsidian/.obsidian/app.json',
    'obsidian/Kafka.md',
    'logseq/logseq/config.edn',
    'logseq/pages/mit___6.824.md',
  ];
  const expected = [
    { root: 'logseq', dialect: 'logseq' },
    { root: 'obsidian', dialect: 'obsidian' },
  ];
  expect(findVaults(paths)).toEqual(expected);
  expect(findVaults(paths.toReversed())).toEqual(expected);
});

test('pages and journals side by side are a graph even without its settings', () => {
  expect(findVaults(['pages/A.md', 'journals/2021_01_02.md'])).toEqual([
    { root: '', dialect: 'logseq' },
  ]);
});

test('pages alone are a folder of an Obsidian vault', () => {
  expect(findVaults(['pages/A.md'])).toEqual([{ root: '', dialect: 'obsidian' }]);
});

test('notes beside a graph are a vault at the top', () => {
  const places = findVaults(['graph/logseq/config.edn', 'graph/pages/A.md', 'B.md']);
  expect(places).toEqual([
    { root: '', dialect: 'obsidian' },
    { root: 'graph', dialect: 'logseq' },
  ]);
  expect(vaultOf('graph/pages/A.md', places)?.dialect).toBe('logseq');
  expect(vaultOf('B.md', places)?.dialect).toBe('obsidian');
});

test('a folder opened by both programs gives Logseq its own folders and Obsidian the rest', () => {
  const places = findVaults(['.obsidian/app.json', 'logseq/config.edn', 'pages/A.md', 'B.md']);
  expect(vaultOf('pages/A.md', places)?.dialect).toBe('logseq');
  expect(vaultOf('B.md', places)?.dialect).toBe('obsidian');
});

test('settings in the recycle bin or among dependencies make no vault', () => {
  expect(findVaults(['.trash/x/logseq/config.edn', 'node_modules/p/.obsidian/a', 'A.md'])).toEqual([
    { root: '', dialect: 'obsidian' },
  ]);
});

test.for([
  ['.obsidian/app.json', true],
  ['a/.trash/b.md', true],
  ['logseq/bak/pages/a.md', true],
  ['logseq/.recycle/a.md', true],
  ['node_modules/a/readme.md', true],
  ['pages/.hidden.md', true],
  ['pages/a.b.md', false],
  ['logseq/pages/a.md', false],
] as const)('%s is ignored: %s', ([path, ignored]) => {
  expect(isIgnored(path)).toBe(ignored);
});
