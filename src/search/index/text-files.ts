/** The texts of pages as files of the site. */
import type { PartTable } from '../query/packed-parts.ts';
import type { IndexFile } from './index-files.ts';
import type { PartPage } from './index-part.ts';
import { filesOfParts, partsPerFile } from './part-files.ts';

/** The packed fragment of the page with an id, by its digest. */
export type FragmentOf = (id: string, digest: string) => Promise<Uint8Array>;

/**
 * Files of texts, each with `perFile` pages, give or take; null for as many as leave few files.
 * @returns the table of the texts, in the order of the pages.
 */
export function textFiles(
  pages: readonly PartPage[],
  perFile: number | null,
  fragment: FragmentOf,
): Generator<IndexFile, PartTable> {
  const parts = pages.map(({ id, fragment: digest, size }) => ({ id, digest, size }));
  return filesOfParts(
    'search/texts',
    parts,
    perFile ?? partsPerFile(parts.length, parts.length),
    ({ id, digest }) => fragment(id, digest),
  );
}
