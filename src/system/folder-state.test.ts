import { chmod, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { areAsTheyWere, folderState } from './folder-state.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-state-'));
  await mkdir(join(folder, 'Sub/.git'), { recursive: true });
  await writeFile(join(folder, 'A.md'), 'one');
  await writeFile(join(folder, 'Sub/B.md'), 'two');
  await writeFile(join(folder, 'Sub/.git/HEAD'), 'main');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const digest = () =>
  folderState([folder], { names: ['.lock'], locations: [join(folder, 'out')] }).digest;

/** Changes that no content tells apart, and others. */
const changes: readonly [string, () => Promise<unknown>][] = [
  ['a new file', () => writeFile(join(folder, 'Sub/C.md'), '')],
  ['a file that went', () => rm(join(folder, 'A.md'))],
  ['another name', () => rename(join(folder, 'A.md'), join(folder, 'D.md'))],
  ['another size', () => writeFile(join(folder, 'A.md'), 'three')],
  ['another right', () => chmod(join(folder, 'A.md'), 0o600)],
  ['a new folder', () => mkdir(join(folder, 'New'))],
  [
    'another text of the same size and time',
    async () => {
      await writeFile(join(folder, 'A.md'), 'two');
      await utimes(join(folder, 'A.md'), 1, 1);
    },
  ],
];

test.each(changes)('%s changes the state', async (_, change) => {
  await utimes(join(folder, 'A.md'), 1, 1);
  const before = digest();
  expect(digest()).toBe(before);
  await sleep(20);
  await change();
  expect(digest()).not.toBe(before);
});

test('version control, dependencies and what is passed over have no part in it', async () => {
  const before = digest();
  await writeFile(join(folder, 'Sub/.git/HEAD'), 'other');
  await writeFile(join(folder, '.lock'), '');
  await mkdir(join(folder, 'out'));
  await mkdir(join(folder, 'node_modules'));
  expect(digest()).toBe(before);
  expect(folderState([folder]).repositories).toEqual([join(folder, 'Sub')]);
});

test('a file that was written just now is known by its content', async () => {
  const { recent } = folderState([join(folder, 'A.md')]);
  expect(areAsTheyWere(recent)).toBe(true);
  await writeFile(join(folder, 'A.md'), 'two');
  expect(areAsTheyWere(recent)).toBe(false);
  await rm(join(folder, 'A.md'));
  expect(areAsTheyWere(recent)).toBe(false);
  expect(folderState([join(folder, 'A.md')]).recent).toEqual([]);
});

test('a link to a folder cannot be told, one to a file can', async () => {
  await symlink(join(folder, 'A.md'), join(folder, 'Sub/L.md'));
  const before = digest();
  await symlink(join(folder, 'Sub/B.md'), join(folder, 'M.md'));
  expect(digest()).not.toBe(before);
  await symlink(join(folder, 'Sub'), join(folder, 'Other'));
  expect(digest).toThrow('is a link to a folder');
});
