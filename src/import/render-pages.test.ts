import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageMarkdownFile, pageRecordFile, recordFiles } from '../garden/record-files.ts';
import { noProgress } from '../system/progress.ts';
import { GardenImport } from './import-garden.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-render-'));
  await mkdir(join(root, 'notes'));
  await writeFile(join(root, 'notes/A.md'), 'Text\n');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const out = (file: string) => join(root, 'out', file);
const record = out.bind(null, pageRecordFile('a'));
const copy = out.bind(null, pageMarkdownFile('a'));

async function runImport(): Promise<void> {
  const folders = { notes: join(root, 'notes'), out: out(''), cache: join(root, 'cache') };
  const url = 'https://garden.example';
  const policy = { publish: 'vault', url, base: '/', lang: 'en', collapsed: 2, embedDepth: 5 };
  await new GardenImport(folders, { policy: { ...policy, publish: 'vault' }, related: 0 }).run(
    noProgress,
  );
}

/** Leaves the halves of a record and of a copy, as an import does that is killed. */
async function stopHalfway(): Promise<readonly number[]> {
  await mkdir(out(recordFiles.pages), { recursive: true });
  await writeFile(record(), '{"html":"');
  await writeFile(copy(), 'Te');
  return files();
}

/** Which files on the disk the record and the copy are. */
async function files(): Promise<readonly number[]> {
  return [(await stat(record())).ino, (await stat(copy())).ino];
}

test('a first import that was stopped halfway through a file is made good by the next one', async () => {
  const before = await stopHalfway();
  await runImport();
  expect(JSON.parse(await readFile(record(), 'utf8'))).toMatchObject({ title: 'A' });
  expect(await readFile(copy(), 'utf8')).toContain('Text\n');
  // Without an index nobody reads them: they need no draft.
  expect(await files()).toEqual(before);
});

test('a record that an index names is replaced, and never written into', async () => {
  await runImport();
  const before = await files();
  await writeFile(join(root, 'notes/A.md'), 'Other\n');
  await runImport();
  expect(await readFile(copy(), 'utf8')).toContain('Other\n');
  const after = await files();
  expect(after.map((file, index) => file === before[index])).toEqual([false, false]);
});
