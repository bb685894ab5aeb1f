/**
 * Splits Pagefind's word index into smaller files. Pagefind 1.5 fills files of one fixed size, so that
 * a reader fetches dozens of words besides the one that was asked for; the best size depends on the
 * size of the whole index. The format is that of `pagefind_web/src/index.rs` and
 * `metadata.rs`: gzip over a signature and CBOR.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import { nameOf, readPacked, writePacked } from './packed-files.ts';
import { type FilterEntry, sortFilters } from './sort-filters.ts';

/** The word itself, then its positions. */
type IndexWord = readonly [string, ...unknown[]];
/** First word, last word, name of the file. */
type ChunkEntry = readonly [string, string, string];
/** Version, pages, chunks, filters, and what stays as it is. */
type IndexMeta = readonly [
  string,
  unknown,
  readonly ChunkEntry[],
  readonly FilterEntry[],
  ...unknown[],
];

interface IndexEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** Bytes before packing that a further file costs every reader in the list of files. */
const entryCost = 60;
/** Words that a usual query asks for, each in a file of its own. */
const wordsAsked = 2;

/** Rewrites the index that Pagefind wrote into `folder`; what is found stays the same. */
export async function cutIndex(folder: string): Promise<void> {
  const entryPath = join(folder, 'pagefind-entry.json');
  let entry = await readFile(entryPath, 'utf8');
  for (const { hash } of Object.values((JSON.parse(entry) as IndexEntry).languages)) {
    const path = join(folder, `pagefind.${hash}.pf_meta`);
    const [version, pages, chunks, filters, ...others] = decode(
      await readPacked(path),
    ) as IndexMeta;
    const cut = await cutChunks(chunks, join(folder, 'index'));
    const sorted = await sortFilters(filters, join(folder, 'filter'));
    const meta = encode([version, pages, cut, sorted, ...others]);
    const newHash = hash.replace(/_.*/, `_${nameOf(meta, new Set())}`);
    await rm(path);
    await writePacked(join(folder, `pagefind.${newHash}.pf_meta`), meta);
    entry = entry.replaceAll(hash, newHash);
  }
  await writeFile(entryPath, entry);
}

/** One old file after the other, so that a large index is never in memory at once. */
async function cutChunks(chunks: readonly ChunkEntry[], folder: string): Promise<ChunkEntry[]> {
  const maxBytes = await bestSize(chunks, folder);
  const written: ChunkEntry[] = [];
  const names = new Set(chunks.map(([, , name]) => name));
  for (const [, , name] of chunks) {
    const path = join(folder, `${name}.pf_index`);
    const [words] = decode(await readPacked(path)) as [IndexWord[]];
    await rm(path);
    for (const group of groupsOf(words, maxBytes)) {
      written.push(await writeChunk(group, folder, names));
    }
  }
  return written;
}

/** The size of a file, in bytes, at which a longer list of files costs as much as it saves. */
async function bestSize(chunks: readonly ChunkEntry[], folder: string): Promise<number> {
  let bytes = 0;
  for (const [, , name] of chunks) {
    bytes += (await readPacked(join(folder, `${name}.pf_index`))).length;
  }
  return Math.sqrt((bytes * entryCost) / wordsAsked);
}

/** Runs of words that fit into one file; a word that is larger than a file gets its own. */
function groupsOf(words: readonly IndexWord[], maxBytes: number): IndexWord[][] {
  const groups: IndexWord[][] = [];
  let room = 0;
  for (const word of words) {
    const { length } = encode(word);
    if (length > room) {
      groups.push([]);
      room = maxBytes;
    }
    groups.at(-1)?.push(word);
    room -= length;
  }
  return groups;
}

async function writeChunk(
  words: readonly IndexWord[],
  folder: string,
  names: Set<string>,
): Promise<ChunkEntry> {
  const bytes = encode([words]);
  const name = nameOf(bytes, names);
  names.add(name);
  await writePacked(join(folder, `${name}.pf_index`), bytes);
  return [words[0]?.[0] ?? '', words.at(-1)?.[0] ?? '', name];
}
