import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOfText } from '../query/text-id.ts';
import type { IndexFile } from './index-files.ts';
import type { PartPage } from './index-part.ts';
import { signature } from './pagefind-index.ts';
import { textFiles } from './text-files.ts';

function pageOf(id: string): PartPage {
  const permalink = `/${id}/`;
  return { id, title: id, permalink, kind: 'note', aliases: [], words: 1, fragment: `of ${id}` };
}

const pagesOf = (count: number) => Array.from({ length: count }, (_, at) => pageOf(`note-${at}`));

const fragment = (id: string): Promise<Uint8Array> =>
  promisify(gzip)(Buffer.concat([signature, Buffer.from(JSON.stringify({ url: `/${id}/` }))]));

/** The files with their contents, and the names of the pages' texts. */
function filesOf(pages: readonly PartPage[], perFile: number) {
  const files: IndexFile[] = [];
  const made = textFiles(pages, perFile, fragment);
  let step = made.next();
  for (; !step.done; step = made.next()) files.push(step.value);
  return { files, names: step.value };
}

test('with one page in each, texts are Pagefind’s own files', async () => {
  const { files, names } = filesOf(pagesOf(2), 1);
  expect(names).toEqual(['en_of not', 'en_of note']);
  expect(files.map(({ path }) => path)).toEqual([
    'pagefind/fragment/en_of not.pf_fragment',
    'pagefind/fragment/en_of note.pf_fragment',
  ]);
});

test('the text of each page is at the place of the file that its name tells', async () => {
  const sizes = { pages: fc.integer({ min: 1, max: 60 }), perFile: fc.integer({ min: 2, max: 9 }) };
  await fc.assert(
    fc.asyncProperty(fc.record(sizes), async ({ pages: count, perFile }) => {
      const pages = pagesOf(count);
      const { files, names } = filesOf(pages, perFile);
      const urls = new Map<string, string[]>();
      for (const { path, content } of files) {
        const json = (await promisify(gunzip)(await content())).toString('utf8');
        const texts = JSON.parse(json) as { readonly url: string }[];
        urls.set(
          path,
          texts.map(({ url }) => url),
        );
      }
      const found = names.map((name) => {
        const { file, place } = placeOfText(name) ?? { file: '', place: 0 };
        return urls.get(`search/texts/${file}.bin`)?.[place];
      });
      expect(found).toEqual(pages.map(({ permalink }) => permalink));
      expect(new Set(names).size).toBe(count);
    }),
    { numRuns: 40 },
  );
});

test('a garden has about so many files less, and one more note changes one of them', () => {
  const few = filesOf(pagesOf(1000), 10).files;
  expect(few.length).toBeGreaterThan(1000 / 20);
  expect(few.length).toBeLessThanOrEqual(1000 / 5);
  const keys = new Set(few.map(({ key }) => key));
  const more = filesOf(pagesOf(1001), 10).files;
  expect(more.filter(({ key }) => !keys.has(key))).toHaveLength(1);
});
