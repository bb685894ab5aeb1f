import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readNotesFolder } from './read-vaults.ts';
import { ignoredSettings, unreadableFile } from './unreadable.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-unreadable-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// Root reads every file: the test becomes another user for the time of the import.
test.skipIf(process.platform === 'win32')(
  'a note, a picture and a folder that cannot be read cost one diagnostic each, never the import',
  async () => {
    await mkdir(join(folder, 'closed'));
    for (const path of ['A.md', 'B.md', 'c.png']) await writeFile(join(folder, path), 'text');
    execFileSync('chmod', ['755', folder]);
    execFileSync('chmod', [
      '000',
      ...['B.md', 'c.png', 'closed'].map((path) => join(folder, path)),
    ]);
    const isRoot = process.getuid?.() === 0;
    try {
      if (isRoot) process.seteuid?.(65_534);
      const { sources, assets, diagnostics } = await readNotesFolder(folder);
      expect(sources.map(({ path }) => path)).toEqual(['A.md']);
      expect(assets).toEqual([]);
      expect(diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
        [
          'unreadable-file',
          'closed',
          'The folder cannot be listed (EACCES); all that is in it is left out.',
        ],
        ['unreadable-file', 'B.md', 'The file cannot be read (EACCES); it is left out.'],
        ['unreadable-file', 'c.png', 'The file cannot be read (EACCES); it is left out.'],
      ]);
    } finally {
      if (isRoot) process.seteuid?.(0);
      execFileSync('chmod', ['755', join(folder, 'closed')]);
    }
  },
);

test('a garden.yaml inside of a vault is reported, since it does not apply', () => {
  const paths = [
    'garden.yaml',
    'vault/garden.yaml',
    'vault/sub/garden.yml',
    'vault/my-garden.yaml',
  ];
  expect(ignoredSettings(paths).map(({ code, path }) => [code, path])).toEqual([
    ['ignored-settings', 'vault/garden.yaml'],
    ['ignored-settings', 'vault/sub/garden.yml'],
  ]);
});

test('a file that was removed since it was listed is no fault', () => {
  expect(unreadableFile('A.md', 'ENOENT')).toEqual([]);
  expect(unreadableFile('A.md', 'EIO').map(({ code, path }) => [code, path])).toEqual([
    ['unreadable-file', 'A.md'],
  ]);
});
