import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptFiles } from './kept-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const picture = () => join(folder, 'picture');

/** What a run is told of the file, computed or kept. */
async function run(): Promise<{ fact: string; isComputed: boolean }> {
  const kept = await KeptFiles.open(folder);
  let isComputed = false;
  const fact = await kept.fact('text', picture(), async () => {
    isComputed = true;
    return readFile(picture(), 'utf8');
  });
  await kept.save();
  return { fact, isComputed };
}

/** Long enough ago to be sure that nothing changed since; its last change is always now. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 2100));

test('a file is read again only after it changed', async () => {
  await writeFile(picture(), 'one');
  await settle();
  expect(await run()).toEqual({ fact: 'one', isComputed: true });
  expect(await run()).toEqual({ fact: 'one', isComputed: false });
  await writeFile(picture(), 'two');
  await utimes(picture(), 1, 1);
  expect(await run()).toEqual({ fact: 'two', isComputed: true });
});

test('a file that has just changed is read in each run, as its times say nothing yet', async () => {
  await writeFile(picture(), 'one');
  expect(await run()).toEqual({ fact: 'one', isComputed: true });
  expect(await run()).toEqual({ fact: 'one', isComputed: true });
});

test('a copy counts as written until its content or its file changes', async () => {
  await writeFile(picture(), 'one');
  const first = await KeptFiles.open(folder);
  await first.written(picture(), 'copy 1');
  await first.save();
  const second = await KeptFiles.open(folder);
  expect(await second.isWritten(picture(), 'copy 2')).toBe(false);
  expect(await second.isWritten(picture(), 'copy 1')).toBe(true);
  await writeFile(picture(), 'other');
  expect(await second.isWritten(picture(), 'copy 1')).toBe(false);
  await rm(picture());
  expect(await second.isWritten(picture(), 'copy 1')).toBe(false);
});

test('facts that are damaged are not used', async () => {
  await writeFile(picture(), 'one');
  await settle();
  await run();
  const location = join(folder, 'files.bin');
  await writeFile(location, (await readFile(location)).subarray(0, -1));
  expect(await run()).toEqual({ fact: 'one', isComputed: true });
});
