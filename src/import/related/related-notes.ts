/**
 * The related notes of a garden, kept between imports: the whole answer while nothing that it depends on
 * changed, else the words of the notes that are as they were.
 */
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Garden } from '../../garden/garden.ts';
import type { Note } from '../../garden/note.ts';
import { findRelated } from '../../garden/related/find-related.ts';
import type { RelatedNote } from '../../garden/related-note.ts';
import { wordsOf } from '../../search/cut/cut-text.ts';
import { codeVersion } from '../../system/code-version.ts';
import { digestOf, readBytes, sealed, unsealed, writeBytes } from '../../system/disk.ts';
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
  const key = digestOf(version, String(input.count), dependencies(garden, input.digests));
  const kept = await readKept<KeptAnswer>(answer);
  if (kept?.key === key) return { ...garden, related: kept.related };
  const digestOfNote = (note: Note) =>
    input.digests.get(note.path) ?? digestOf(JSON.stringify(note));
  const words = await KeptWords.open(join(input.cache, 'related-words.bin'), version);
  for (const { note } of garden.notes.values()) words.take(note, digestOfNote(note));
  const { vocabulary } = words;
  const related = findRelated(garden, {
    ...{ count: input.count, cut: wordsOf, vocabulary },
    wordsOf: (id) => words.of(garden.notes.get(id)?.note.path ?? ''),
  });
  await words.save();
  await writeBytes(answer, sealed(serialize({ key, related } satisfies KeptAnswer)));
  return { ...garden, related };
}

/** Everything about the notes that decides which are related, as text. */
function dependencies(garden: Garden, digests: ReadonlyMap<string, string>): string {
  const notes = [...garden.notes.values()].map(
    ({ id, note, targets, children, ancestors, translations }) => [
      id,
      digests.get(note.path) ?? digestOf(JSON.stringify(note)),
      note.tags,
      targets.map((target) => ('id' in target ? target.id : '')),
      children,
      ancestors.map((ancestor) => ancestor.id),
      translations,
      garden.mentions.get(id)?.map(({ from }) => from),
    ],
  );
  const ghosts = [...garden.ghosts.values()].map(({ id, title }) => [id, title]);
  return JSON.stringify([notes, ghosts]);
}

/** What a file keeps; null where it is not there or damaged. */
async function readKept<Kept>(location: string): Promise<Kept | null> {
  try {
    const content = unsealed(await readBytes(location));
    return content === null ? null : (deserialize(content) as Kept);
  } catch {
    return null;
  }
}
