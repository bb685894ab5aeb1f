/** All words of a garden, packed in parts; kept by digest, as an edit changes few of them. */
import { digestOf, mapFiles } from '../../system/disk.ts';
import { readKept, writeKept } from '../../system/kept-value.ts';
import { filesOfWords, unpackCounts } from '../query/vocabulary.ts';
import type { IndexPart } from './index-part.ts';
import { wordFiles } from './join-words.ts';
import { pack } from './packed-file.ts';
import { signature } from './pagefind-index.ts';
import type { FilePart } from './part-files.ts';

export interface PackedPart extends FilePart {
  readonly packed: Uint8Array;
}

/** Words with their pages, from one word to another. */
export interface PackedList extends PackedPart {
  readonly from: string;
  readonly to: string;
}

export interface PackedWords {
  readonly lists: readonly PackedList[];
  /** The Latin words, by letter. */
  readonly vocabulary: readonly PackedPart[];
}

/** Packs what the file of the last time does not have, and keeps all in it. */
export async function packAllWords(
  { words, counted }: Pick<IndexPart, 'words' | 'counted'>,
  location: string,
): Promise<PackedWords> {
  const before = (await readKept<ReadonlyMap<string, Uint8Array>>(location)) ?? new Map();
  const now = new Map<string, Uint8Array>();
  const packed = async (id: string, content: Uint8Array): Promise<PackedPart> => {
    const digest = digestOf(content);
    const bytes = before.get(digest) ?? (await pack(content));
    now.set(digest, bytes);
    return { id, digest, size: bytes.length, packed: bytes };
  };
  const lists = await mapFiles(wordFiles(words), async ({ from, to, content }) => {
    return { ...(await packed(from, Buffer.concat([signature, content]))), from, to };
  });
  const letters = [...filesOfWords(unpackCounts(counted))];
  const vocabulary = await mapFiles(letters, ([letter, text]) => packed(letter, Buffer.from(text)));
  const isSame = now.size === before.size && [...now.keys()].every((digest) => before.has(digest));
  if (!isSame) await writeKept(location, now);
  return { lists, vocabulary };
}
