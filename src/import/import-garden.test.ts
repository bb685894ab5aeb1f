import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageMarkdownFile, pageRecordFile } from '../garden/record-files.ts';
import { noProgress } from '../system/progress.ts';
import { GardenImport } from './import-garden.ts';
import type { ImportSettings } from './import-settings.ts';

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

async function importNotes(settings: Partial<ImportSettings> = {}): Promise<void> {
  const [notes, out, cache] = ['notes', 'out', 'cache'].map((name) => join(folder, name));
  const folders = { notes: notes ?? '', out: out ?? '', cache: cache ?? '' };
  await new GardenImport(folders, { policy, ...settings }).run(noProgress);
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
