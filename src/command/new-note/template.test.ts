import { expect, test } from 'vitest';
import { pageNameOf } from '../../garden/parse/logseq/page/page-name.ts';
import { logseqFileName, noteFileName, noteTemplate } from './template.ts';

const day = '2026-02-03';

test.for([
  ['Consistent hashing', 'Consistent hashing.md'],
  ['一致性哈希', '一致性哈希.md'],
  ['mit/6.824: GFS?', 'mit-6.824- GFS-.md'],
  ['  .hidden. ', 'hidden.md'],
  ['...', 'Untitled.md'],
  ['Con', 'Con_.md'],
] as const)('%s is kept in %s', ([title, name]) => {
  expect(noteFileName(title)).toBe(name);
});

test('a note starts with its date and no title of its own', () => {
  expect(noteTemplate('Raft', day)).toBe('---\ncreated: 2026-02-03\ntags: []\n---\n\n');
});

test('a title that cannot be a file name is a property of the note', () => {
  expect(noteTemplate('A "b": c', day)).toContain('title: "A \\"b\\": c"\n');
});

test.for([
  ['Clocks', 'triple-lowbar', 'Clocks.md'],
  ['Time/Clocks', 'triple-lowbar', 'Time___Clocks.md'],
  ['Time/Clocks', 'legacy', 'Time%2FClocks.md'],
  ['mit 6.824: GFS?', 'legacy', 'mit 6%2E824%3A GFS%3F.md'],
  ['100%', 'triple-lowbar', '100%25.md'],
  ['AUX', 'triple-lowbar', '%41UX.md'],
  ['con/x', 'legacy', 'con%2Fx.md'],
  ['con', 'legacy', '%63on.md'],
] as const)('the page %s of a graph of format %s is kept in %s', ([title, format, name]) => {
  expect(logseqFileName(title, format)).toBe(name);
  expect(pageNameOf(name, { fileNames: format, pageFolder: 'pages' })).toBe(title);
});
