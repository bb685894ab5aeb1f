import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markerName, readMarker } from '../system/folder-marker.ts';
import { SiteFolder } from './site-folder.ts';
import { goneAddresses } from './site-state.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-site-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const site = () => join(root, 'site');
const open = () => SiteFolder.open(site(), join(root, 'cache'));

async function put(path: string, text: string): Promise<string> {
  const location = join(root, path);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, text);
  return location;
}

async function build(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = await open();
  for (const [path, text] of Object.entries(files)) {
    await folder.copy(path, text, await put(`made/${path}`, text));
  }
  await folder.finish();
}

async function shown(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(site(), { recursive: true, withFileTypes: true });
  const own = entries.filter(({ name }) => name !== markerName);
  const files = own.map(async (entry) => {
    const location = join(entry.parentPath, entry.name);
    const text = entry.isFile() ? await readFile(location, 'utf8') : '/';
    return [location.slice(site().length + 1), text] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

test('files that a build no longer makes are removed, with their folders', async () => {
  await build({ 'a/index.html': 'a', 'b/index.html': 'b' });
  await put('site/b/foreign.html', 'x');
  await build({ 'a/index.html': 'a' });
  expect(await shown()).toEqual({ a: '/', 'a/index.html': 'a' });
});

test('addresses of pages that the last build removed are known until the next one', async () => {
  await build({ 'a/index.html': 'a', 'b/c/index.html': 'b', 'x.js': 'x' });
  await build({ 'a/index.html': 'other' });
  expect(await goneAddresses(site(), join(root, 'cache'))).toEqual(['/b/c/']);
  await build({ 'a/index.html': 'other' });
  expect(await goneAddresses(site(), join(root, 'cache'))).toEqual([]);
});

test('a file is current for its key until somebody changes or removes it', async () => {
  await build({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'c', 'd.html': 'd' });
  await writeFile(join(site(), 'a.html'), 'ab');
  await utimes(join(site(), 'b.html'), 1, 1);
  await rm(join(site(), 'c.html'));
  const folder = await open();
  const current = ['a', 'b', 'c', 'd'].map((name) => folder.isCurrent(`${name}.html`, name));
  expect(current).toEqual([false, false, false, true]);
  expect(folder.isCurrent('d.html', 'other')).toBe(false);
});

test('a site in another folder, or a damaged list of files, is not taken as current', async () => {
  await build({ 'a.html': 'a' });
  const other = await SiteFolder.open(join(root, 'other'), join(root, 'cache'));
  expect(other.isCurrent('a.html', 'a')).toBe(false);
  for (const name of await readdir(join(root, 'cache/site'))) {
    const location = join(root, 'cache/site', name);
    await writeFile(location, (await readFile(location)).subarray(0, -1));
  }
  expect((await open()).isCurrent('a.html', 'a')).toBe(false);
});

test('a group of files is kept whole or not at all', async () => {
  const first = await open();
  await first.write('a.js', 'a', 'a', 'code');
  await first.write('b.js', 'b', 'b', 'code');
  await first.write('c.js', 'c', 'c', 'index');
  first.endGroup('code', 'key');
  first.endGroup('index', 'key');
  await first.finish();
  await rm(join(site(), 'b.js'));
  const folder = await open();
  expect(folder.keepGroup('index', 'other key')).toBe(false);
  expect(folder.keepGroup('code', 'key')).toBe(false);
  expect(folder.keepGroup('index', 'key')).toBe(true);
  await folder.finish();
  expect(await shown()).toEqual({ 'c.js': 'c' });
});

test('until a build has finished, the folder is the whole site of the build before', async () => {
  await build({ 'a/index.html': 'a', 'b.js': 'b' });
  const before = await shown();
  const folder = await open();
  await folder.write('a/index.html', 'other');
  await folder.write('c/index.html', 'c');
  expect(await shown()).toEqual(before);
  expect(await readMarker(site())).toBe('complete');
  // A build that was killed here leaves files that the next one does not take for its own.
  await build({ 'a/index.html': 'a', 'd.js': 'd' });
  const { 'b.js': _, ...kept } = before;
  expect(await shown()).toEqual({ ...kept, 'd.js': 'd' });
  expect(await readdir(join(root, 'cache/site'))).toHaveLength(1);
});

test('a site of which not all files were put into place is incomplete, and heals', async () => {
  await build({ 'a/index.html': 'a' });
  const folder = await open();
  await folder.write('b.js', 'b');
  await folder.write('c.html', 'c');
  const [, staged = ''] = (await readdir(join(root, 'cache/site'))).toSorted();
  await rm(join(root, 'cache/site', staged, '1'));
  await expect(folder.finish()).rejects.toThrow('ENOENT');
  expect(await readMarker(site())).toBe('incomplete');
  await build({ 'a/index.html': 'a', 'b.js': 'other' });
  expect(await readMarker(site())).toBe('complete');
  expect(await shown()).toMatchObject({ 'a/index.html': 'a', 'b.js': 'other' });
});

test('a first site that was stopped while its folders were moved heals', async () => {
  const files = { 'a/index.html': 'a', 'b/c.html': 'c', 'b/d.html': 'd', 'e.js': 'e' };
  await build(files);
  await rm(join(root, 'cache'), { recursive: true });
  await rm(join(site(), 'a'), { recursive: true });
  await build(files);
  expect(await shown()).toMatchObject(files);
  expect(await readMarker(site())).toBe('complete');
});
