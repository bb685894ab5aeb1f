import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteOf } from '../../garden/render/fixtures/hand-made.ts';
import { NoteCache } from './note-cache.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-notes-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const paths = Array.from({ length: 100 }, (_, index) => `${index}.md`);

async function filled(): Promise<NoteCache> {
  const cache = NoteCache.empty();
  for (const path of paths) cache.set(path, 'one', noteOf({ path, title: path }));
  await cache.save(folder);
  return NoteCache.open(folder);
}

/** Inode by name: a file that is written again gets another one. */
async function inodes(): Promise<Map<string, number>> {
  const names = (await readdir(folder)).sort();
  const found = await Promise.all(names.map((name) => stat(join(folder, name))));
  return new Map(names.map((name, index) => [name, found[index]?.ino ?? 0]));
}

test('all notes that were kept are found again, with the digest that they had', async () => {
  const cache = await filled();
  expect(paths.map((path) => cache.get(path, 'one')?.title)).toEqual(paths);
  expect(cache.get('1.md', 'two')).toBeNull();
});

test('an edit and a deletion write only the files of their notes', async () => {
  const cache = await filled();
  const before = await inodes();
  cache.set('1.md', 'two', noteOf({ path: '1.md', title: 'Changed' }));
  await cache.save(folder);
  const after = await inodes();
  expect([...after].filter(([name, inode]) => before.get(name) !== inode)).toHaveLength(1);
  cache.keepOnly(new Set(paths.slice(0, -1)));
  await cache.save(folder);
  const opened = await NoteCache.open(folder);
  expect(opened.get('1.md', 'two')?.title).toBe('Changed');
  expect(opened.get('99.md', 'one')).toBeNull();
});
