/** Puts packed parts, such as texts or lists of words, into files of the site: some in each. */
import { bucketOf, digestOf } from '../../system/disk.ts';
import type { PartTable } from '../query/packed-parts.ts';
import type { IndexFile } from './index-files.ts';
import { namesOf } from './packed-file.ts';

/** A packed part of a file. */
export interface FilePart {
  /** What it is called, however its content changes. */
  readonly id: string;
  /** Digest of its content. */
  readonly digest: string;
  /** Bytes that it has packed. */
  readonly size: number;
}

/** Up to so many pages the number of files does not matter to any host. */
const pagesOfSmallGarden = 2000;
/** Files of a kind, at most about: a host that sends no part of a file sends little then. */
const manyFiles = 512;
/** The same of a larger garden: some hosts limit the number of files. */
const fewFiles = 48;

/**
 * How many of `count` parts share a file, about, in a garden of so many pages: one of few numbers, so that it
 * seldom changes.
 */
export function partsPerFile(count: number, pages: number): number {
  const files = pages > pagesOfSmallGarden ? fewFiles : manyFiles;
  return 2 ** Math.max(0, Math.ceil(Math.log2(count / files)));
}

/**
 * The files in a folder with all parts in order, `perFile` in each, give or take. Where one ends depends on
 * the parts near its end alone, so that an edit changes the file of its part.
 * @returns the table of the parts.
 */
export function* filesOfParts<Part extends FilePart>(
  folder: string,
  parts: readonly Part[],
  perFile: number,
  contentOf: (part: Part) => Uint8Array | Promise<Uint8Array>,
): Generator<IndexFile, PartTable> {
  const files = cutParts(parts, perFile);
  const digests = files.map((own) => digestOf(...own.map(({ digest }) => digest)));
  const names = namesOf(digests);
  for (const [index, own] of files.entries()) {
    yield {
      path: `${folder}/${names[index]}.bin`,
      key: `parts ${digests[index]}`,
      content: async () => Buffer.concat(await Promise.all(own.map(contentOf))),
    };
  }
  return {
    files: names,
    counts: files.map(({ length }) => length),
    sizes: parts.map(({ size }) => size),
  };
}

function cutParts<Part extends FilePart>(parts: readonly Part[], perFile: number): Part[][] {
  const least = Math.ceil(perFile / 2);
  const files: Part[][] = [];
  let file: Part[] = [];
  for (const part of parts) {
    file.push(part);
    // Not the digest of the id itself: parts of the index are made of pages by that.
    const isLast = file.length >= least && bucketOf(`last ${part.id}`, perFile - least + 1) === 0;
    if (isLast || file.length >= 2 * perFile) {
      files.push(file);
      file = [];
    }
  }
  return file.length === 0 ? files : [...files, file];
}
