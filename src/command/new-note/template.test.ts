import { expect, test } from 'vitest';
import { noteFileName, noteTemplate } from './template.ts';

const day = new Date('2026-02-03T23:30:00Z');

test.for([
  ['Consistent hashing', 'Consistent hashing.md'],
  ['一致性哈希', '一致性哈希.md'],
  ['mit/6.824: GFS?', 'mit-6.824- GFS-.md'],
  ['  .hidden. ', 'hidden.md'],
  ['...', 'Untitled.md'],
] as const)('%s is kept in %s', ([title, name]) => {
  expect(noteFileName(title)).toBe(name);
});

test('a note starts with its date and no title of its own', () => {
  expect(noteTemplate('Raft', day)).toBe('---\ncreated: 2026-02-03\ntags: []\n---\n\n');
});

test('a title that no file name can hold stands in the note', () => {
  expect(noteTemplate('A "b": c', day)).toContain('title: "A \\"b\\": c"\n');
});
