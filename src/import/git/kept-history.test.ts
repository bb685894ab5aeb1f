import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptHistory } from './kept-history.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-history-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function dates(folder: string, head: string, version: string, value: string | null) {
  await mkdir(join(root, folder), { recursive: true });
  const place = { kind: 'dates', cache: root, folder: join(root, folder), head, version } as const;
  return keptHistory(place, async () => value);
}

const kept = async () => (await readdir(join(root, 'dates'))).length;

test('a history is read again for another commit and by other code, and what fails is not kept', async () => {
  const found = [
    await dates('a', 'one', '1', 'first'),
    await dates('a', 'one', '1', 'again'),
    await dates('a', 'two', '1', 'second'),
    await dates('a', 'two', '2', 'third'),
    await dates('a', 'three', '2', null),
    await dates('a', 'two', '2', 'again'),
  ];
  expect(found).toEqual(['first', 'first', 'second', 'third', null, 'third']);
});

test('there is one file for each folder, and none of folders that are gone', async () => {
  await dates('a', 'one', '1', '');
  await dates('b', 'one', '1', '');
  await dates('b', 'two', '2', '');
  expect(await kept()).toBe(2);
  await writeFile(join(root, 'dates', 'old.json'), '{"head":"one","dates":[]}');
  await rm(join(root, 'a'), { recursive: true });
  await dates('b', 'three', '2', '');
  expect(await kept()).toBe(1);
});
