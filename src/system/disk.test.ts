import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  copyIfChanged,
  decodeText,
  keepOnly,
  listFiles,
  writeBytes,
  writeIfChanged,
} from './disk.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-disk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, content = ''): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
}

test('files come in order of path, without temporary files, version control and symbolic links', async () => {
  await put('b/Kafka.md');
  await put('a.md');
  await put('.obsidian/app.json');
  await put('.git/config');
  await put('.trash/old.md');
  await put('node_modules/x/readme.md');
  await symlink('/etc', join(folder, 'elsewhere'));
  const found = await listFiles(folder);
  expect(found.map(({ path }) => path)).toEqual(['.obsidian/app.json', 'a.md', 'b/Kafka.md']);
});

test('names are NFC for the engine and stay as they are on disk', async () => {
  await put('e\u0301.md');
  const [file] = await listFiles(folder);
  expect(file?.path).toBe('\u00e9.md');
  expect(file?.location).toBe(join(folder, 'e\u0301.md'));
});

test.for([
  ['UTF-8', [0x61, 0x0d, 0x0a, 0x62], 'a\nb', ''],
  ['a byte order mark', [0xef, 0xbb, 0xbf, 0x61], 'a', ''],
  ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 'a', ''],
  ['a broken byte', [0x61, 0xff, 0x62], 'a\ufffdb', 'The file is not valid UTF-8.'],
  ['UTF-16 without a mark', [0x61, 0x00, 0x0a, 0x00], 'a\n', ''],
  ['UTF-16 of the other order without a mark', [0x00, 0x61, 0x00, 0x0a], 'a\n', ''],
  ['a NUL byte', [0x61, 0x00, 0x62], 'a\ufffdb', 'The file holds NUL bytes.'],
  ['a written replacement sign', [0xef, 0xbf, 0xbd], '\ufffd', ''],
] as const)('text with %s is read', ([, bytes, text, flaw]) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, flaw });
});

test('a file that would not change is not written', async () => {
  const location = join(folder, 'out/a.json');
  expect(await writeIfChanged(location, '1')).toBe(true);
  const before = await stat(location);
  expect(await writeIfChanged(location, '1')).toBe(false);
  expect((await stat(location)).mtimeMs).toBe(before.mtimeMs);
  expect(await writeIfChanged(location, '2')).toBe(true);
  expect(await readFile(location, 'utf8')).toBe('2');
  expect(await readdir(join(folder, 'out'))).toEqual(['a.json']);
});

test('what belongs to a folder stays, however the folder is written', async () => {
  await put('out/deep/keep.png');
  await put('out/gone.png');
  await keepOnly(join(folder, 'out') + sep, new Set(['deep/keep.png']));
  await keepOnly(`${folder}/./out`, new Set(['deep/keep.png']));
  expect((await readdir(join(folder, 'out'), { recursive: true })).toSorted()).toEqual([
    'deep',
    join('deep', 'keep.png'),
  ]);
});

test('what no longer belongs to a folder is removed', async () => {
  await put('out/keep.json');
  await put('out/deep/gone.png');
  await keepOnly(join(folder, 'out'), new Set(['keep.json']));
  expect((await readdir(join(folder, 'out'), { recursive: true })).toSorted()).toEqual([
    'deep',
    'keep.json',
  ]);
});

test('a file is copied again when its content changed, whatever its size and times are', async () => {
  const [from, to] = [join(folder, 'a.png'), join(folder, 'out/a.png')];
  await put('a.png', 'one');
  await copyIfChanged(from, to);
  await put('a.png', 'two');
  await utimes(from, 0, 0);
  await copyIfChanged(from, to);
  expect(await readFile(to, 'utf8')).toBe('two');
  const before = await stat(to);
  await copyIfChanged(from, to);
  expect((await stat(to)).ino).toBe(before.ino);
});

test('a file is written where a folder is, and below what is a file', async () => {
  await put('out/a.json/inside.txt');
  await writeBytes(join(folder, 'out/a.json'), 'one');
  expect(await readFile(join(folder, 'out/a.json'), 'utf8')).toBe('one');
  await writeBytes(join(folder, 'out/a.json/deep/b.json'), 'two');
  expect(await readFile(join(folder, 'out/a.json/deep/b.json'), 'utf8')).toBe('two');
});
