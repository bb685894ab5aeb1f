/** The texts of pages as files of the site: one for each page, or some pages in each. */
import { bucketOf, digestOf } from '../../system/disk.ts';
import { packSizes, textId } from '../query/text-id.ts';
import type { IndexFile } from './index-files.ts';
import type { PartPage } from './index-part.ts';
import { namesOf, pack } from './packed-file.ts';

/** The packed fragment of the page with an id, by its digest. */
export type FragmentOf = (id: string, digest: string) => Promise<Uint8Array>;

/** Files of texts in a large garden, unless a setting says how many pages share one. */
const maxFiles = 512;

/**
 * Files of texts, each with `perFile` pages, give or take; null for as many as leave 512 files. A file is
 * the packed texts one after the other, and `search/texts.bin` says how long each of them is, so that
 * browsers fetch one of them.
 * @returns the names under which the pages' texts are found, in their order: those of Pagefind's own files
 * for one page in each.
 */
export function* textFiles(
  pages: readonly PartPage[],
  perFile: number | null,
  fragment: FragmentOf,
): Generator<IndexFile, readonly string[]> {
  const shared = perFile ?? pages.length / maxFiles;
  if (shared > 1) return yield* sharedFiles(pages, shared, fragment);
  const names = namesOf(
    pages.map((page) => page.fragment),
    'en_',
  );
  for (const [index, { id, fragment: digest }] of pages.entries()) {
    const path = `pagefind/fragment/${names[index]}.pf_fragment`;
    yield { path, key: `text ${digest}`, content: () => fragment(id, digest) };
  }
  return names;
}

function* sharedFiles(
  pages: readonly PartPage[],
  perFile: number,
  fragment: FragmentOf,
): Generator<IndexFile, readonly string[]> {
  const files = [...Map.groupBy(pages, fileOf(pages.length, perFile)).values()];
  const digests = files.map((own) => digestOf(...own.map((page) => page.fragment)));
  const names = namesOf(digests);
  const found = new Map<PartPage, string>();
  const sizes = new Map<string, readonly number[]>();
  for (const [index, own] of files.entries()) {
    const name = names[index] ?? '';
    for (const [place, page] of own.entries()) found.set(page, textId(name, place));
    sizes.set(
      name,
      own.map(({ size }) => size),
    );
    const key = `texts ${digests[index]}`;
    yield { path: `search/texts/${name}.bin`, key, content: () => inOne(own, fragment) };
  }
  const table = Buffer.from(packSizes(sizes));
  yield { path: 'search/texts.bin', key: `text ${digestOf(table)}`, content: () => pack(table) };
  return pages.map((page) => found.get(page) ?? '');
}

/** The file of each page, which stays the same as long as the garden is about as large. */
function fileOf(pages: number, perFile: number): (page: PartPage) => number {
  const count = 2 ** Math.max(0, Math.round(Math.log2(pages / perFile)));
  return ({ id }) => bucketOf(id, count);
}

async function inOne(pages: readonly PartPage[], fragment: FragmentOf): Promise<Uint8Array> {
  return Buffer.concat(await Promise.all(pages.map((page) => fragment(page.id, page.fragment))));
}
