/**
 * A part of the index: some pages that are indexed together, so that an edit costs the part of its page and
 * not the whole garden. Parts that are joined are a part again.
 */
import { compareText } from '../../garden/diagnostic.ts';
import { mapFiles } from '../../system/disk.ts';
import type { SearchRecord } from '../cut/record.ts';
import { countWords, joinCounts, type PackedCounts, packCounts } from '../query/vocabulary.ts';
import { joinWords } from './join-words.ts';
import { packFile } from './packed-file.ts';
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
  /** Digest of its fragment, which holds its text. */
  readonly fragment: string;
  /** Bytes of its packed fragment. */
  readonly size: number;
}

/** A part that was just made, with the packed fragments of its pages by digest. */
export interface MadePart {
  readonly part: IndexPart;
  readonly fragments: ReadonlyMap<string, Uint8Array>;
}

/** Makes a part of the records of its pages, by id. */
export async function makePart(records: ReadonlyMap<string, SearchRecord>): Promise<MadePart> {
  const all = [...records.values()];
  const byPermalink = new Map(
    [...records].map(([id, record]) => [record.permalink, { ...record, id }] as const),
  );
  const { pages, fields, filters, chunks } = await indexPages(all);
  const fragments = new Map<string, Uint8Array>();
  const listed = await mapFiles(pages, async ([words, text]): Promise<PartPage> => {
    const { url } = JSON.parse(text) as { readonly url: string };
    const record = byPermalink.get(url);
    if (!record) throw new Error(`Pagefind names the page ${url}, which it was not given.`);
    // Packed once, as most of them are in the site as they are.
    const { digest, content } = packFile(Buffer.from(text));
    const packed = await content();
    fragments.set(digest, packed);
    const { id, title, permalink, kind, aliases } = record;
    const fragment = { fragment: digest, size: packed.length };
    return { id, title, permalink, kind, aliases, words, ...fragment };
  });
  const words = packWords(chunks.flatMap(readWords));
  const counted = packCounts(countWords(all));
  return { part: { pages: listed, fields, filters, words, counted }, fragments };
}

/** A part with the number that its first page has in the whole. */
interface NumberedPart extends IndexPart {
  readonly offset: number;
}

/** Parts one after the other as one part. */
export function joinParts(parts: readonly IndexPart[]): IndexPart {
  let offset = 0;
  const numbered = parts.map((part): NumberedPart => {
    const first = offset;
    offset += part.pages.length;
    return { ...part, offset: first };
  });
  return {
    pages: parts.flatMap(({ pages }) => pages),
    fields: parts.map(({ fields }) => fields).reduce((a, b) => (b.length > a.length ? b : a), []),
    filters: joinFilters(numbered),
    words: joinWords(numbered),
    counted: joinCounts(parts.map(({ counted }) => counted)),
  };
}

/** Each filter once, with the numbers that the pages have in the whole. */
function joinFilters(parts: readonly NumberedPart[]): Filter[] {
  const joined = new Map<string, Map<string, number[]>>();
  for (const { filters, offset } of parts) {
    for (const [name, values] of filters) {
      const known = joined.get(name) ?? new Map<string, number[]>();
      joined.set(name, known);
      for (const [value, pages] of values) {
        const all = known.get(value) ?? [];
        known.set(value, all);
        for (const page of pages) all.push(page + offset);
      }
    }
  }
  const byName = <Value>(map: ReadonlyMap<string, Value>) =>
    [...map].sort(([a], [b]) => compareText(a, b));
  return byName(joined).map(([name, values]) => [name, byName(values)]);
}
