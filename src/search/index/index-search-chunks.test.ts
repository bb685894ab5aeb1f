import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode } from 'cborg';
import * as pagefind from 'pagefind';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cutIndex } from './index-search-chunks.ts';
import { writePagefind } from './pagefind-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-search-chunks-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Sixty pages that share half of their words. */
async function writeIndex(): Promise<void> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  for (let number = 0; number < 60; number += 1) {
    const words = Array.from({ length: 60 }, (_, place) =>
      place % 2 === 0 ? `shared${place}` : `own${number}x${place}`,
    );
    const tags = [number % 2, number % 3, number % 5].map((value, place) => {
      return `<i data-pagefind-filter="f${place}:v${value}"></i>`;
    });
    const content = `<html lang="en"><body>${tags.join('')}<p>${words.join(' ')}</p></body></html>`;
    await index?.addHTMLFile({ url: `/${number}/`, content });
  }
  if (index) await writePagefind(index, folder);
  await pagefind.close();
}

async function read(path: string): Promise<unknown> {
  return decode(gunzipSync(await readFile(path)).subarray('pagefind_dcd'.length));
}

type Chunk = readonly [string, string, string];

async function chunks(): Promise<readonly Chunk[]> {
  const entry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: { en: { hash: string } };
  };
  const meta = await read(join(folder, `pagefind.${entry.languages.en.hash}.pf_meta`));
  return (meta as readonly [unknown, unknown, readonly Chunk[]])[2];
}

async function wordsOf([, , name]: Chunk): Promise<readonly [string, unknown][]> {
  return ((await read(join(folder, 'index', `${name}.pf_index`))) as [[string, unknown][]])[0];
}

test('every word stays as it was, in smaller files that the list names by their words', async () => {
  await writeIndex();
  const before = await chunks();
  const words = (await Promise.all(before.map(wordsOf))).flat();
  await cutIndex(folder);
  const after = await chunks();
  const groups = await Promise.all(after.map(wordsOf));
  expect(after.length).toBeGreaterThan(before.length);
  expect(groups.flat()).toEqual(words);
  expect(after.map(([from, to]) => [from, to])).toEqual(
    groups.map((group) => [group[0]?.[0], group.at(-1)?.[0]]),
  );
  const files = await readdir(join(folder, 'index'));
  expect(files.sort()).toEqual(after.map(([, , name]) => `${name}.pf_index`).sort());
});

test('an index in another format is refused', async () => {
  await writeIndex();
  const [first] = await chunks();
  await writeFile(join(folder, 'index', `${first?.[2]}.pf_index`), gzipSync('another format'));
  await expect(cutIndex(folder)).rejects.toThrow('is not what Pagefind 1.5 writes');
});

test('two indexes of the same pages are the same files, whatever order Pagefind gives to filters', async () => {
  const files = async () => {
    await writeIndex();
    await cutIndex(folder);
    const names = await readdir(folder, { recursive: true });
    const filters = names.filter((name) => name.endsWith('.pf_filter')).sort();
    const texts = await Promise.all(filters.map((name) => read(join(folder, name))));
    await rm(folder, { recursive: true });
    return { names: names.sort(), texts };
  };
  const first = await files();
  expect(await files()).toEqual(first);
  expect(first.texts).toHaveLength(3);
  for (const text of first.texts as [string, [string, unknown][]][]) {
    const values = text[1].map(([value]) => value);
    expect(values).toEqual(values.toSorted());
  }
});
