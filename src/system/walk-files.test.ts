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

test.skipIf(onWindows)('links to files and folders inside the notes are followed', async () => {
  await put('vault/B.md');
  await put('other/deep/C.md');
  await symlink('../A.md', join(folder, 'vault/link.md'));
  await symlink(join(folder, 'other'), join(folder, 'vault/linked'));
  expect(await walk()).toEqual({
    files: ['A.md', 'other/deep/C.md', 'vault/B.md', 'vault/link.md', 'vault/linked/deep/C.md'],
    skipped: [],
  });
});

test.skipIf(onWindows)('broken links, loops, and links out of the notes are skipped', async () => {
  await put('vault/B.md');
  await put('.git/secret.md');
  await symlink('/nowhere', join(folder, 'vault/broken.md'));
  await symlink('/etc', join(folder, 'vault/etc'));
  await symlink('..', join(folder, 'vault/loop'));
  await symlink('../.git', join(folder, 'vault/history'));
  await symlink('self', join(folder, 'self'));
  expect(await walk()).toEqual({
    files: ['A.md', 'vault/B.md'],
    skipped: ['self', 'vault/broken.md', 'vault/etc', 'vault/history', 'vault/loop'].map((path) => {
      return { path, reason: 'link', code: '' };
    }),
  });
});

test.skipIf(onWindows)('folders that lead into each other end', async () => {
  await put('a/A.md');
  await put('b/B.md');
  await symlink('../b', join(folder, 'a/b'));
  await symlink('../a', join(folder, 'b/a'));
  const { files, skipped } = await walk();
  expect(files).toEqual(['A.md', 'a/A.md', 'a/b/B.md', 'b/B.md', 'b/a/A.md']);
  expect(skipped.map(({ path }) => path)).toEqual(['a/b/a', 'b/a/b']);
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
