/**
 * The related notes of a garden, kept between imports: the whole answer while nothing that it depends on
 * changed, else the words of the notes that are as they were.
 */
import { join } from 'node:path';
import type { Garden } from '../../garden/garden.ts';
import {
  type ComparedNotes,
  comparedNotes,
  findRelated,
} from '../../garden/related/find-related.ts';
import type { RelatedNote } from '../../garden/related-note.ts';
import { wordsOf } from '../../search/cut/cut-text.ts';
import { codeVersion } from '../../system/code-version.ts';
import { digestOf } from '../../system/disk.ts';
import { readKept, writeKept } from '../../system/kept-value.ts';
import { KeptWords } from './kept-words.ts';

export interface RelatedInput {
  /** How many related notes a page lists, at most; 0 for none. */
  readonly count: number;
  /** Digest of each note's source by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Folder of caches. */
  readonly cache: string;
}

interface KeptAnswer {
  readonly key: string;
  readonly related: ReadonlyMap<string, readonly RelatedNote[]>;
}

/** The garden with the related notes of each note in its lists. */
export async function withRelatedNotes(garden: Garden, input: RelatedInput): Promise<Garden> {
  if (input.count === 0) return garden;
  const version = codeVersion(
    import.meta.url,
    import.meta.resolve('../../garden/parse/parse-note.ts'),
  );
  const answer = join(input.cache, 'related.bin');
  const compared = comparedNotes(garden);
  const digests = compared.notes.map(
    (note) => input.digests.get(note.path) ?? digestOf(JSON.stringify(note)),
  );
  const key = digestOf(version, String(input.count), textOf(compared, digests));
  const kept = await readKept<KeptAnswer>(answer);
  if (kept?.key === key) return { ...garden, related: kept.related };
  const words = await KeptWords.open(join(input.cache, 'related-words.bin'), version);
  for (const [index, note] of compared.notes.entries()) words.take(note, digests[index] ?? '');
  const related = findRelated(compared, {
    ...{ count: input.count, cut: wordsOf, vocabulary: words.vocabulary },
    wordsOf: (note) => words.of(note.path),
  });
  await words.save();
  await writeKept(answer, { key, related } satisfies KeptAnswer);
  return { ...garden, related };
}

/** All that is compared, as text; of each note the digest of what it is made of. */
function textOf({ ghosts, around }: ComparedNotes, digests: readonly string[]): string {
  return JSON.stringify([digests, ghosts, around], (_key, value) => {
    return value instanceof Set || value instanceof Map ? [...value] : value;
  });
}
