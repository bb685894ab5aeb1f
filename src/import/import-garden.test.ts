import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageMarkdownFile, pageRecordFile } from '../garden/record-files.ts';
import { noProgress } from '../system/progress.ts';
import { GardenImport } from './import-garden.ts';
import type { ImportSettings } from './import-settings.ts';
import type { ImportReport } from './report.ts';

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

async function importNotes(settings: Partial<ImportSettings> = {}): Promise<ImportReport> {
  const [notes, out, cache] = ['notes', 'out', 'cache'].map((name) => join(folder, name));
  const folders = { notes: notes ?? '', out: out ?? '', cache: cache ?? '' };
  return new GardenImport(folders, { policy, ...settings }).run(noProgress);
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

test('a link that a note gains renders that note and its targets, not the notes that link to it', async () => {
  for (const name of ['A', 'A2', 'A3']) await put(`${name}.md`, 'To [[B]].');
  await put('Heading.md', 'To [[B#Part]].');
  await put('B.md', '## Part\n\nTo [[C]].');
  await put('C.md', 'c');
  await put('D.md', 'd');
  await importNotes();
  await put('B.md', '## Part\n\nTo [[C]] and [[D]].');
  const { rendered } = await importNotes();
  // C shows the words around its link; a heading may have a name that a link to it must not repeat.
  expect(rendered).toBe(['B', 'C', 'D', 'Heading'].length);
});

test('a development server keeps the records that it may still read', async () => {
  await put('A.md', 'a');
  await put('B.md', 'b');
  await importNotes();
  await rm(join(folder, 'notes/B.md'));
  await importNotes({ keepGone: true });
  expect(await records()).toEqual(recordsOf('a', 'b'));
});

test('copies of pictures keep their metadata only where the owner says so', async () => {
  const picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Make: 'SecretCamera' } })
    .jpeg()
    .toBuffer();
  await writeFile(join(folder, 'notes/photo.jpg'), picture);
  await put('A.md', '![[photo.jpg]]');
  const copied = () => readFile(join(folder, 'out/files/assets/photo.jpg'));
  await importNotes();
  expect((await copied()).includes('SecretCamera')).toBe(false);
  await importNotes({ keepPictureMetadata: true });
  expect(await copied()).toEqual(picture);
});
