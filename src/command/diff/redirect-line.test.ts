import { expect, test } from 'vitest';
import { slugOf } from '../../garden/resolve/address/slug.ts';
import { redirectLine } from './redirect-line.ts';

const note = {
  published: true,
  reach: 3 as const,
  reason: '',
  digest: '',
  tags: [],
  links: [],
  weight: 0,
  path: '',
};

test.for([
  ['Raft', '/raft/', 'obsidian', 'aliases: [Raft]'],
  ['Raft', '/raft/', 'logseq', 'alias:: Raft'],
  ['A, b', '/a,-b/', 'obsidian', 'aliases: ["A, b"]'],
  ['2026', '/2026/', 'obsidian', 'aliases: ["2026"]'],
  ['Title', '/notes/other/', 'obsidian', 'aliases: [notes/other]'],
] as const)(
  'the note %s at %s of %s keeps its address by %s',
  ([title, permalink, dialect, written]) => {
    const given = { ...note, title, permalink, dialect };
    expect(redirectLine(given, given)).toBe(written);
  },
);

test('an address is the slug of itself, so that an alias of it leads there', () => {
  for (const address of ['notes/other', '一致性', 'c-sharp', 'a,-b'])
    expect(slugOf(address)).toBe(address);
});
