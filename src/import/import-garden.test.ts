import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageMarkdownFile, pageRecordFile } from '../garden/record-files.ts';
import { noProgress } from '../system/progress.ts';
import { GardenImport } from './import-garden.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-import-'));
  await mkdir(join(folder, 'notes/.obsidian'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function put(path: string, text: string): Promise<void> {
  return writeFile(join(folder, 'notes', path), text);
}

const policy = {
  publish: 'all',
  url: 'https://garden.example',
  base: '/',
  lang: 'en',
  collapsed: 'open',
  embedDepth: 5,
} as const;

async function importNotes(keepGone = false): Promise<void> {
  const [notes, out, cache] = ['notes', 'out', 'cache'].map((name) => join(folder, name));
  const folders = { notes: notes ?? '', out: out ?? '', cache: cache ?? '' };
  await new GardenImport(folders, { policy, keepGone }).run(noProgress);
}

async function records(): Promise<readonly string[]> {
  return (await readdir(join(folder, 'out/pages'))).map((name) => `pages/${name}`).sort();
}

function recordsOf(...ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => [pageRecordFile(id), pageMarkdownFile(id)]).sort();
}

test('the records of a note that is deleted or made private are removed', async () => {
  await put('A.md', 'a');
  await put('B.md', 'b');
  await put('C.md', 'c');
  await importNotes();
  expect(await records()).toEqual(recordsOf('a', 'b', 'c'));
  await put('A.md', '---\nprivate: true\n---\na');
  await rm(join(folder, 'notes/B.md'));
  await importNotes();
  expect(await records()).toEqual(recordsOf('c'));
});

test('a development server keeps the records that it may still read', async () => {
  await put('A.md', 'a');
  await put('B.md', 'b');
  await importNotes();
  await rm(join(folder, 'notes/B.md'));
  await importNotes(true);
  expect(await records()).toEqual(recordsOf('a', 'b'));
});
