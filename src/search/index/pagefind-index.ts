/** What Pagefind makes of some pages, in memory. Its format is gzip over a signature and CBOR. */
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import * as pagefind from 'pagefind';
import { compareText } from '../../garden/diagnostic.ts';
import { indexPage } from '../cut/index-page.ts';
import type { SearchRecord } from '../cut/record.ts';
import { markTraditional, unmarkTraditional } from './simplified.ts';

/** The files of an index, unpacked. */
export interface PagefindFiles {
  /** Number of words of each page and the text of its fragment, by number of the page. */
  readonly pages: readonly (readonly [words: number, fragment: string])[];
  /** Names of the fields that pages have besides their text. */
  readonly fields: readonly string[];
  /** Files of words, in order. */
  readonly chunks: readonly Uint8Array[];
  /** Name of each filter, and its values with the numbers of their pages, both sorted. */
  readonly filters: readonly Filter[];
  /** Pagefind's program for browsers by file name, and what it says of itself. */
  readonly program: ReadonlyMap<string, Uint8Array>;
  readonly entry: Entry;
}

/** Of `pagefind-entry.json`: punctuation that is left in words. */
interface Entry {
  readonly include_characters: readonly string[];
}

export type Filter = readonly [string, readonly (readonly [string, readonly number[]])[]];

/** Version, pages, files of words, filters, sorts, fields. */
type Meta = readonly [
  string,
  readonly (readonly [string, number])[],
  readonly (readonly [string, string, string])[],
  readonly (readonly [string, string])[],
  unknown,
  readonly string[],
];

/** The bytes before the content of each packed file. */
export const signature = Buffer.from('pagefind_dcd');

/** Pages sent to Pagefind at the same time. */
const batchSize = 64;

/** Indexes pages; Pagefind itself starts with the first call. @throws Error with what Pagefind says. */
export async function indexPages(records: readonly SearchRecord[]): Promise<PagefindFiles> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  for (let start = 0; start < records.length; start += batchSize) {
    await Promise.all(
      records.slice(start, start + batchSize).map(async (record) => {
        const content = indexPage(record, markTraditional);
        const added = await index.addHTMLFile({ url: record.permalink, content });
        if (added.errors.length > 0) throw new Error(added.errors.join('; '));
      }),
    );
  }
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(made.errors.join('; '));
  await index.deleteIndex();
  return unpackAll(new Map(made.files.map(({ path, content }) => [path, content])));
}

/** Ends Pagefind, once nothing more is to be indexed. */
export async function endPagefind(): Promise<void> {
  await pagefind.close();
}

function unpackAll(files: ReadonlyMap<string, Uint8Array>): PagefindFiles {
  const read = (path: string) => {
    // To have another thread unpack one of so many small files takes longer than to unpack it.
    const bytes = gunzipSync(files.get(path) ?? '');
    if (!bytes.subarray(0, signature.length).equals(signature)) {
      throw new Error(`${path} is not what Pagefind 1.5 writes.`);
    }
    return bytes.subarray(signature.length);
  };
  const metaPath = [...files.keys()].find((path) => path.endsWith('.pf_meta'));
  const nothing: Meta = ['', [], [], [], [], []];
  const [, pages, chunks, filters, , fields] =
    metaPath === undefined ? nothing : (decode(read(metaPath)) as Meta);
  const fragment = (hash: string) =>
    unmarkTraditional(read(`fragment/${hash}.pf_fragment`).toString());
  return {
    pages: pages.map(([hash, words]) => [words, fragment(hash)] as const),
    fields,
    chunks: chunks.map(([, , hash]) => read(`index/${hash}.pf_index`)),
    // Pagefind lists filters and their values in the order of a hash map, which differs between runs.
    filters: filters
      .map(([, hash]) => decode(read(`filter/${hash}.pf_filter`)) as Filter)
      .map(([name, values]): Filter => [name, values.toSorted(([a], [b]) => compareText(a, b))])
      .toSorted(([a], [b]) => compareText(a, b)),
    program: new Map(
      ['wasm.en.pagefind'].flatMap((name) => {
        const content = files.get(name);
        return content === undefined ? [] : [[name, content] as const];
      }),
    ),
    entry: JSON.parse(Buffer.from(files.get('pagefind-entry.json') ?? '{}').toString()) as Entry,
  };
}
