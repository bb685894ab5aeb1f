/** The texts of pages as files of the site: one for each page, or so many pages in each. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { bucketOf, digestOf } from '../../system/disk.ts';
import { textId } from '../query/text-id.ts';
import type { IndexFile } from './index-files.ts';
import type { PartPage } from './index-part.ts';
import { namesOf, pack } from './packed-file.ts';
import { signature } from './pagefind-index.ts';

/** The packed fragment of the page with an id, by its digest. */
export type FragmentOf = (id: string, digest: string) => Promise<Uint8Array>;

/**
 * Files of texts, each with `perFile` pages, give or take. @returns the names under which the pages' texts
 * are found, in their order: those of Pagefind's own files for one page in each.
 */
export function* textFiles(
  pages: readonly PartPage[],
  perFile: number,
  fragment: FragmentOf,
): Generator<IndexFile, readonly string[]> {
  if (perFile > 1) return yield* sharedFiles(pages, perFile, fragment);
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
  for (const [index, own] of files.entries()) {
    const name = names[index] ?? '';
    for (const [place, page] of own.entries()) found.set(page, textId(name, place));
    const key = `texts ${digests[index]}`;
    yield { path: `search/texts/${name}.bin`, key, content: () => packed(own, fragment) };
  }
  return pages.map((page) => found.get(page) ?? '');
}

/** The file of each page, which stays the same as long as the garden is about as large. */
function fileOf(pages: number, perFile: number): (page: PartPage) => number {
  const count = 2 ** Math.max(0, Math.round(Math.log2(pages / perFile)));
  return ({ id }) => bucketOf(id, count);
}

/** The texts of pages as a list in JSON, packed. */
async function packed(pages: readonly PartPage[], fragment: FragmentOf): Promise<Uint8Array> {
  const texts: string[] = [];
  for (const { id, fragment: digest } of pages) {
    const whole = await promisify(gunzip)(await fragment(id, digest));
    texts.push(whole.subarray(signature.length).toString('utf8'));
  }
  return pack(Buffer.from(`[${texts.join(',')}]`));
}
