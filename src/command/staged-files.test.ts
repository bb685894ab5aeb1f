import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { StagedFiles } from './staged-files.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-staged-'));
  await mkdir(join(root, 'site'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  const location = join(root, path);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, text);
}

/** Stages files whose texts are their paths. */
function staged(paths: readonly string[], isFirst: boolean): StagedFiles {
  const files = new StagedFiles(join(root, 'staged'), isFirst);
  for (const path of paths) files.add(path, (location) => writeFileSync(location, path));
  return files;
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async (entry): Promise<[string, string]> => {
    const location = join(entry.parentPath, entry.name);
    return [location.slice(folder.length + 1), await readFile(location, 'utf8')];
  });
  return Object.fromEntries(await Promise.all(texts));
}

const shown = () => filesIn(join(root, 'site'));

function sameTexts(paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.map((path) => [path, path]));
}

const paths = ['a/b/index.html', 'a/c/index.html', 'a/b.md', 'x.js'];

test('the folders of a first site are moved whole', async () => {
  const files = staged(paths, true);
  const { ino } = await stat(join(root, 'staged/a'));
  await files.moveInto(join(root, 'site'));
  expect((await stat(join(root, 'site/a'))).ino).toBe(ino);
  expect(await shown()).toEqual(sameTexts(paths));
  expect(await readdir(root)).toEqual(['site']);
});

test('a site that is there already gets each file, and none before it is moved', async () => {
  await put('site/a/b/index.html', 'old');
  const files = staged(paths, false);
  expect(await shown()).toEqual({ 'a/b/index.html': 'old' });
  await files.moveInto(join(root, 'site'));
  expect(await shown()).toEqual(sameTexts(paths));
});

test.each([true, false])(
  'what came into the site meanwhile stays or makes way',
  async (isFirst) => {
    const files = staged([...paths, 'd/e'], isFirst);
    await put('site/a/own.html', 'own');
    await put('site/a/c', 'a file in place of a folder');
    await put('site/x.js/own', 'a folder in place of a file');
    await put('site/d', 'a file in place of a folder');
    await files.moveInto(join(root, 'site'));
    expect(await shown()).toEqual({ ...sameTexts([...paths, 'd/e']), 'a/own.html': 'own' });
  },
);

test.each([true, false])(
  'of two paths that no disk holds at once the later one is there',
  async (isFirst) => {
    const files = staged(['a/b.html', 'a/b.html/c.html', 'd/e/f.html', 'd/e'], isFirst);
    await files.moveInto(join(root, 'site'));
    expect(Object.keys(await shown())).toContain('a/b.html/c.html');
  },
);

test('a first build without files leaves the site empty', async () => {
  await staged([], true).moveInto(join(root, 'site'));
  expect(await shown()).toEqual({});
});

/** A folder on another disk, if the machine has one. */
function otherDisk(): string | null {
  const memory = '/dev/shm';
  if (!existsSync(memory) || statSync(memory).dev === statSync(tmpdir()).dev) return null;
  try {
    return mkdtempSync(join(memory, 'garden-staged-'));
  } catch {
    return null;
  }
}

const other = otherDisk();
afterAll(() => other !== null && rm(other, { recursive: true }));

test.runIf(other !== null).each([true, false])(
  'files reach a site on another disk with their times',
  async (isFirst) => {
    const site = join(other ?? '', `site-${isFirst}`);
    mkdirSync(site);
    const files = staged(paths, isFirst);
    const { size, mtimeMs } = files.add('a/z.html', (location) =>
      writeFileSync(location, 'a/z.html'),
    );
    await files.moveInto(site);
    expect(await filesIn(site)).toEqual(sameTexts([...paths, 'a/z.html']));
    const moved = await stat(join(site, 'a/z.html'));
    expect([moved.size, Math.round(moved.mtimeMs)]).toEqual([size, Math.round(mtimeMs)]);
  },
);
