import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EarlyReader } from '../../import/early-reader.ts';
import { GardenImport } from '../../import/import-garden.ts';
import { noProgress } from '../../system/progress.ts';
import { SearchIndex, writeSearch } from './index-search.ts';
import { pageParts } from './page-parts.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-search-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Everything below a folder as text, unpacked where it is packed. */
async function textsBelow(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async (entry) => {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return `${entry.name}\n${(isPacked ? gunzipSync(bytes) : bytes).toString('utf8')}`;
  });
  return (await Promise.all(texts)).join('\n');
}

const policy = {
  publish: 'all',
  url: '',
  base: '/',
  lang: 'en',
  collapsed: 'open',
  embedDepth: 5,
} as const;

test('an index of which parts were kept or made ahead is the index that is made of nothing', async () => {
  const [notes, records] = [join(folder, 'notes'), join(folder, 'garden')];
  const garden = new GardenImport(
    { notes, out: records, cache: join(folder, 'cache') },
    { policy },
  );
  const write = async (cache: string, out: string) => {
    await writeSearch({ records, cache: join(folder, cache), textsPerFile: 1 }, join(folder, out));
    return textsBelow(join(folder, out));
  };
  const complete: (readonly string[])[] = [];
  const reader: EarlyReader = { groups: pageParts, take: (ids) => complete.push(ids) };
  await mkdir(join(notes, '.obsidian'), { recursive: true });
  await writeFile(join(notes, '.obsidian', 'app.json'), '{}');
  for (let number = 0; number < 450; number += 1) {
    await writeFile(join(notes, `${number}.md`), `shared own${number} Café ${number % 7} 开放 #t`);
  }
  await garden.run(noProgress, { early: reader });
  await write('warm', 'first');
  const sizes = pageParts(complete.flat()).map(({ length }) => length);
  expect(complete.map(({ length }) => length)).toEqual(sizes);
  await writeFile(join(notes, '3.md'), 'other words, and cafe #u');
  await rm(join(notes, '4.md'));
  complete.length = 0;
  await garden.run(noProgress, { early: reader });
  const kept = (await readdir(join(folder, 'warm', 'search'))).sort();
  for (const kind of ['.texts.bin', '.bin', '.group.bin', 'pages.bin']) {
    const damaged = kept.find((name) => name.slice(name.indexOf('.')) === kind || name === kind);
    await writeFile(join(folder, 'warm', 'search', damaged ?? ''), 'damaged');
  }
  // Of the eight parts only those with a page that says something else.
  expect(complete.length).toBeLessThan(8);
  for (const ids of complete) {
    await new SearchIndex({ records, cache: join(folder, 'warm') }).prepare(ids);
  }
  expect(await write('warm', 'second')).toBe(await write('fresh', 'third'));
  // Eight parts with their texts, all of them joined, program, tables, words, pages: what the edit replaced is gone.
  expect(await readdir(join(folder, 'warm', 'search'))).toHaveLength(21);
});

test('nothing of a private note is in any file of the index', async () => {
  const notes = join(folder, 'notes');
  await mkdir(join(notes, '.obsidian'), { recursive: true });
  await writeFile(join(notes, '.obsidian', 'app.json'), '{}');
  await writeFile(join(notes, 'Open.md'), '---\ntags: [plain]\n---\n开放 words, see [[Vaulted]].');
  await writeFile(
    join(notes, 'Vaulted.md'),
    '---\nprivate: true\naliases: [Hushword]\ntags: [veiled]\n---\n# Secretum\n\nxyloquartz 保险柜密码',
  );
  const out = join(folder, 'garden');
  await new GardenImport({ notes, out, cache: join(folder, 'cache') }, { policy }).run(noProgress);
  const pages = await writeSearch(
    { records: out, cache: join(folder, 'cache'), textsPerFile: 1 },
    join(folder, 'site'),
  );
  const texts = await textsBelow(join(folder, 'site'));
  expect(pages).toBe(1);
  expect(texts).toContain('Open');
  expect(texts).not.toMatch(/xyloquartz|hushword|veiled|secretum|vaulted|保\s*险\s*柜/i);
});
