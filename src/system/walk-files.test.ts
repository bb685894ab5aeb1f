import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { walkFiles } from './walk-files.ts';

const onWindows = process.platform === 'win32';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-walk-'));
  await put('A.md');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), '');
}

async function walk() {
  const { files, skipped } = await walkFiles(folder);
  return { files: files.map(({ path }) => path), skipped };
}

// Only Linux keeps names of any bytes.
test.skipIf(process.platform !== 'linux')(
  'a file and a folder whose names are no UTF-8 are skipped by name, and nothing else is',
  async () => {
    const encoded = (tail: string) =>
      Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xc3, 0xfb]), Buffer.from(tail)]);
    await writeFile(encoded('.md'), 'x');
    await mkdir(encoded(''));
    await writeFile(encoded('/B.md'), 'x');
    await put('good \ufffd.md');
    expect(await walk()).toEqual({
      files: ['A.md', 'good \ufffd.md'],
      skipped: [
        { path: 'bad\ufffd\ufffd', reason: 'name', code: '' },
        { path: 'bad\ufffd\ufffd.md', reason: 'name', code: '' },
      ],
    });
  },
);

test.skipIf(onWindows)('links inside the notes are skipped, broken and whole ones', async () => {
  await put('vault/B.md');
  await symlink('/nowhere', join(folder, 'vault/broken.md'));
  await symlink('/etc', join(folder, 'vault/etc'));
  await symlink(join(folder, 'A.md'), join(folder, 'link.md'));
  expect(await walk()).toEqual({
    files: ['A.md', 'vault/B.md'],
    skipped: ['link.md', 'vault/broken.md', 'vault/etc'].map((path) => {
      return { path, reason: 'link', code: '' };
    }),
  });
});

test.skipIf(onWindows)('a socket and a pipe are skipped', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  const server = createServer().listen(join(folder, 'socket.md'));
  await new Promise((resolve) => server.once('listening', resolve));
  const { files, skipped } = await walk();
  server.close();
  expect(files).toEqual(['A.md']);
  expect(skipped).toEqual([
    { path: 'pipe.md', reason: 'kind', code: '' },
    { path: 'socket.md', reason: 'kind', code: '' },
  ]);
});

// Root reads every folder: the test becomes another user for the time of the walk.
test.skipIf(onWindows)('a folder that cannot be listed is skipped with its own path', async () => {
  await put('vault/closed/B.md');
  execFileSync('chmod', ['755', folder, join(folder, 'vault')]);
  execFileSync('chmod', ['000', join(folder, 'vault/closed')]);
  const isRoot = process.getuid?.() === 0;
  try {
    if (isRoot) process.seteuid?.(65_534);
    expect(await walk()).toEqual({
      files: ['A.md'],
      skipped: [{ path: 'vault/closed', reason: 'folder', code: 'EACCES' }],
    });
  } finally {
    if (isRoot) process.seteuid?.(0);
    execFileSync('chmod', ['755', join(folder, 'vault/closed')]);
  }
});

test('a folder that is not there is an error', async () => {
  await expect(walkFiles(join(folder, 'gone'))).rejects.toThrow('ENOENT');
});

test('files that no program shows are not even reported as skipped', async () => {
  for (const path of ['.git/config', '.trash/B.md', 'node_modules/a/b.md']) await put(path);
  expect(await walk()).toEqual({ files: ['A.md'], skipped: [] });
});
