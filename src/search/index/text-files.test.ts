import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfText, placeOfText, readSizes } from '../query/text-id.ts';
import type { IndexFile } from './index-files.ts';
import type { PartPage } from './index-part.ts';
import { signature } from './pagefind-index.ts';
import { textFiles } from './text-files.ts';

const packedFragment = (id: string) =>
  gzipSync(Buffer.concat([signature, Buffer.from(JSON.stringify({ url: `/${id}/` }))]));

function pageOf(id: string): PartPage {
  const size = packedFragment(id).length;
  const names = { title: id, permalink: `/${id}/`, kind: 'note', aliases: [] } as const;
  return { id, ...names, words: 1, fragment: `of ${id}`, size };
}

const pagesOf = (count: number) => Array.from({ length: count }, (_, at) => pageOf(`note-${at}`));

/** The files with their contents, and the names of the pages' texts. */
function filesOf(pages: readonly PartPage[], perFile: number | null) {
  const files: IndexFile[] = [];
  const made = textFiles(pages, perFile, async (id) => packedFragment(id));
  let step = made.next();
  for (; !step.done; step = made.next()) files.push(step.value);
  return { files, names: step.value };
}

const table = 'search/texts.bin';

test('with one page in each, texts are Pagefind’s own files', async () => {
  const { files, names } = filesOf(pagesOf(2), 1);
  expect(names).toEqual(['en_of not', 'en_of note']);
  expect(files.map(({ path }) => path)).toEqual([
    'pagefind/fragment/en_of not.pf_fragment',
    'pagefind/fragment/en_of note.pf_fragment',
  ]);
});

test('the text of each page is at the bytes that its name and the table tell', async () => {
  const sizes = { pages: fc.integer({ min: 1, max: 60 }), perFile: fc.integer({ min: 2, max: 9 }) };
  await fc.assert(
    fc.asyncProperty(fc.record(sizes), async ({ pages: count, perFile }) => {
      const pages = pagesOf(count);
      const { files, names } = filesOf(pages, perFile);
      const contents = new Map<string, Uint8Array>();
      for (const { path, content } of files) contents.set(path, await content());
      const packed = contents.get(table) ?? new Uint8Array();
      const known = readSizes((await promisify(gunzip)(packed)).toString('utf8'));
      const found = names.map((name) => {
        const place = placeOfText(name) ?? { file: '', place: 0 };
        const [from, to] = bytesOfText(known, place) ?? [0, 0];
        return contents.get(`search/texts/${place.file}.bin`)?.subarray(from, to);
      });
      expect(found).toEqual(pages.map(({ id }) => packedFragment(id)));
      expect(new Set(names).size).toBe(count);
    }),
    { numRuns: 40 },
  );
});

test('a table has no bytes of a text that another deployment had', () => {
  const sizes = readSizes('3fa94c 20 30\nbe8c01 7');
  expect(bytesOfText(sizes, { file: '3fa94c', place: 1 })).toEqual([20, 50]);
  expect(bytesOfText(sizes, { file: '3fa94c', place: 2 })).toBe(null);
  expect(bytesOfText(sizes, { file: '000000', place: 0 })).toBe(null);
});

test('a garden has about so many files less, and one more note changes one of them and the table', () => {
  const few = filesOf(pagesOf(1000), 10).files;
  expect(few.length).toBeGreaterThan(1000 / 20);
  expect(few.length).toBeLessThanOrEqual(1000 / 5);
  const keys = new Set(few.map(({ key }) => key));
  const more = filesOf(pagesOf(1001), 10).files;
  expect(more.filter(({ key }) => !keys.has(key))).toHaveLength(2);
});

test('without a number, a small garden has a file for each page, and a large one some hundred', () => {
  expect(filesOf(pagesOf(500), null).files).toHaveLength(500);
  const many = filesOf(pagesOf(3000), null).files;
  expect(many.length).toBeGreaterThan(500);
  expect(many.length).toBeLessThanOrEqual(512 + 1);
});
