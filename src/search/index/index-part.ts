/**
 * A part of the index: some hundred pages that are indexed together. A part is kept under a digest of
 * its pages, so that an edit costs the part of its page and not the whole garden.
 */
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Page } from '../../garden/page.ts';
import { type PageEntry, pageRecordFile } from '../../garden/record-files.ts';
import { digestOf, mapFiles, readBytes, writeBytes } from '../../system/disk.ts';
import { type SearchRecord, searchRecordOf } from '../cut/record.ts';
import { countWords, type PackedCounts, packCounts } from '../query/vocabulary.ts';
import { type PackedFile, packFile } from './packed-file.ts';
import { type Filter, indexPages } from './pagefind-index.ts';
import { type PackedWords, packWords, readWords } from './word-lists.ts';

export interface IndexPart {
  /** The pages in Pagefind's order. */
  readonly pages: readonly PartPage[];
  readonly fields: readonly string[];
  readonly filters: readonly Filter[];
  readonly words: PackedWords;
  readonly counted: PackedCounts;
}

export interface PartPage {
  readonly id: string;
  /** What the list of titles says of the page. */
  readonly title: string;
  readonly permalink: string;
  readonly kind: SearchRecord['kind'];
  readonly aliases: readonly string[];
  /** Number of its words. */
  readonly words: number;
  readonly fragment: PackedFile;
}

/** Pages in a part, at most: fewer cost less after an edit, more cost less to put together. */
const maxPages = 400;
/** A smaller garden has as many parts as cost nothing to put together, each with so many pages at least. */
const fewParts = 16;
const minPages = 50;

/** The entries of pages that can be found, in parts: a page stays in its part as long as the garden is about as large. */
export function partsOf(entries: readonly PageEntry[]): readonly (readonly PageEntry[])[] {
  const pages = entries.filter(({ kind }) => ['note', 'journal', 'ghost'].includes(kind));
  const count = countOfParts(pages.length);
  const parts = Array.from({ length: count }, (): PageEntry[] => []);
  for (const page of pages) {
    parts[Number.parseInt(digestOf(page.id).slice(0, 8), 16) % count]?.push(page);
  }
  return parts.map((part) => part.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function countOfParts(pages: number): number {
  const needed = Math.ceil(Math.log2(pages / maxPages));
  const possible = Math.floor(Math.log2(pages / minPages));
  return 2 ** Math.max(0, needed, Math.min(Math.log2(fewParts), possible));
}

/** The key of a part: a digest of its pages and of the code. */
export function partKey(entries: readonly PageEntry[], version: string): string {
  return digestOf(version, ...entries.flatMap(({ id, digest }) => [id, digest]));
}

/** Takes a part from a folder, or makes it of the records and keeps it there. */
export async function openPart(
  entries: readonly PageEntry[],
  key: string,
  { records, kept }: { readonly records: string; readonly kept: string },
): Promise<IndexPart> {
  const location = join(kept, `${key}.bin`);
  const known = await readPart(location);
  if (known !== null) return known;
  const part = await makePart(entries, records);
  const content = serialize(part);
  await writeBytes(location, Buffer.concat([Buffer.from(digestOf(content), 'latin1'), content]));
  return part;
}

/** Length of the digest before a part, by which damage is noticed. */
const digestLength = 40;

async function readPart(location: string): Promise<IndexPart | null> {
  try {
    const bytes = await readBytes(location);
    const content = bytes.subarray(digestLength);
    const digest = Buffer.from(bytes.subarray(0, digestLength)).toString('latin1');
    return digest === digestOf(content) ? (deserialize(content) as IndexPart) : null;
  } catch {
    return null;
  }
}

async function makePart(entries: readonly PageEntry[], folder: string): Promise<IndexPart> {
  const read = await mapFiles(entries, async ({ id }) => {
    const text = Buffer.from(await readBytes(join(folder, pageRecordFile(id)))).toString('utf8');
    return searchRecordOf(JSON.parse(text) as Page);
  });
  const records = read.filter((record) => record !== null);
  const found = entries.flatMap(({ id }, index) => {
    const record = read[index];
    return record ? [[record.permalink, { ...record, id }] as const] : [];
  });
  const byPermalink = new Map(found);
  const { pages, fields, filters, chunks } = await indexPages(records);
  const listed = await mapFiles(pages, async ([words, fragment]): Promise<PartPage> => {
    const { url } = JSON.parse(fragment) as { readonly url: string };
    const record = byPermalink.get(url);
    if (!record) throw new Error(`Pagefind names the page ${url}, which it was not given.`);
    const { id, title, permalink, kind, aliases } = record;
    return { id, title, permalink, kind, aliases, words, fragment: await packFragment(fragment) };
  });
  return {
    pages: listed,
    fields,
    filters,
    words: packWords(chunks.flatMap(readWords)),
    counted: packCounts(countWords(records)),
  };
}

/** Fragments are packed once, as most of them are in the site as they are. */
async function packFragment(text: string): Promise<PackedFile> {
  const { digest, content } = packFile(Buffer.from(text));
  const packed = await content();
  return { digest, packed };
}
