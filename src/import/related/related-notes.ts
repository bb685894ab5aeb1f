/**
 * The related notes of a garden, kept between imports: the whole answer while nothing that it depends on
 * changed, else the words of the notes that are as they were, and what was found for those that nothing
 * which changed can reach.
 */
import { join } from 'node:path';
import type { Garden } from '../../garden/garden.ts';
import type { Note } from '../../garden/note.ts';
import { affectedNotes } from '../../garden/related/affected-notes.ts';
import {
  type ComparedNotes,
  comparedNotes,
  comparedVectors,
  type FoundNotes,
  type RelatedOptions,
  relatedFinder,
} from '../../garden/related/find-related.ts';
import type { Surroundings } from '../../garden/related/surroundings.ts';
import type { WordVectors } from '../../garden/related/word-vectors.ts';
import type { RelatedNote } from '../../garden/related-note.ts';
import { wordsOf } from '../../search/cut/cut-text.ts';
import { codeVersion } from '../../system/code-version.ts';
import { digestOf } from '../../system/disk.ts';
import { readKept, writeKept } from '../../system/kept-value.ts';
import type { ParsedGarden } from '../parse/parse-notes.ts';
import {
  changedPoints,
  currentNumbers,
  type KeptPoints,
  listAt,
  movedPoints,
  type NumberLists,
  numberLists,
  pointsOf,
} from './kept-points.ts';
import { KeptWords } from './kept-words.ts';

export interface RelatedInput {
  /** How many related notes a page lists, at most; 0 for none. */
  readonly count: number;
  /** The notes as they were parsed, and the digest of each note's source by path. */
  readonly parsed: Pick<ParsedGarden, 'notes' | 'digests'>;
  /** Folder of caches. */
  readonly cache: string;
}

/** An answer with what it was read from. */
interface KeptAnswer {
  readonly key: string;
  /** Of the code and of how many notes a page lists. */
  readonly version: string;
  readonly related: ReadonlyMap<string, readonly RelatedNote[]>;
  /** By note: numbers of the notes of which the reasons were looked for. */
  readonly examined: NumberLists;
  readonly points: KeptPoints;
}

/** The garden with the related notes of each note in its lists. */
export async function withRelatedNotes(garden: Garden, input: RelatedInput): Promise<Garden> {
  if (input.count === 0) return garden;
  const code = codeVersion(
    import.meta.url,
    import.meta.resolve('../../garden/parse/parse-note.ts'),
  );
  const answer = join(input.cache, 'related.bin');
  const compared = comparedNotes(garden);
  const digests = digestsOf(compared.notes, input.parsed);
  const version = digestOf(code, String(input.count));
  const key = digestOf(version, textOf(compared, digests));
  const kept = await readKept<KeptAnswer>(answer);
  if (kept?.key === key) return { ...garden, related: kept.related };
  const words = await KeptWords.open(join(input.cache, 'related-words.bin'), code);
  for (const [index, note] of compared.notes.entries()) words.take(note, digests[index] ?? '');
  const before = kept?.version === version ? kept : null;
  const found = answerOf(compared, digests, before, {
    ...{ count: input.count, cut: wordsOf, vocabulary: words.vocabulary },
    wordsOf: (note) => words.of(note.path),
  });
  await words.save();
  await writeKept(answer, { key, version, ...found } satisfies KeptAnswer);
  return { ...garden, related: found.related };
}

/**
 * A digest of what is compared of each note: that of its source, unless addresses of private notes are taken
 * out of its texts.
 */
function digestsOf(notes: readonly Note[], parsed: RelatedInput['parsed']): string[] {
  const sources = new Map(parsed.notes.map((note) => [note.path, note]));
  return notes.map((note) => {
    const { path, title, aliases, text } = note;
    const digest = parsed.digests.get(path);
    const source = sources.get(path);
    const isSame = source?.text === text && source.title === title;
    const hasSameNames = isSame && String(source.aliases) === String(aliases);
    return digest !== undefined && hasSameNames ? digest : digestOf(JSON.stringify(note));
  });
}

/** Looks for the related notes of those that may have others than before. */
function answerOf(
  compared: ComparedNotes,
  digests: readonly string[],
  before: KeptAnswer | null,
  options: RelatedOptions,
): Omit<KeptAnswer, 'key' | 'version'> {
  const vectors = comparedVectors(compared, options);
  const points = pointsOf(compared, vectors, options.vocabulary, digests);
  const find = relatedFinder(compared, vectors, options);
  const keptOf = before && keptFinder(before, points, compared.around, vectors, options);
  const related = new Map<string, readonly RelatedNote[]>();
  const examined: (readonly number[])[] = [];
  for (const note of compared.notes.keys()) {
    const found = keptOf?.(note) ?? find(note);
    examined.push(found.examined);
    if (found.related.length > 0) related.set(points.ids[note] ?? '', found.related);
  }
  return { related, examined: numberLists(examined), points };
}

/** What was found for a note before; null where that may be another answer now. */
function keptFinder(
  before: KeptAnswer,
  points: KeptPoints,
  around: Surroundings,
  vectors: WordVectors,
  { vocabulary }: RelatedOptions,
): ((note: number) => FoundNotes | null) | null {
  const moved = movedPoints(before.points, points);
  if (moved === null) return null;
  const changes = changedPoints(before.points, points, moved, vocabulary);
  const affected = affectedNotes(around, vectors, changes);
  const changed = new Set(changes.map(({ number }) => number));
  const current = currentNumbers(moved);
  return (note) => {
    const number = moved[note] ?? null;
    if (number === null || affected.has(note)) return null;
    const examined = Array.from(
      listAt(before.examined, number),
      (other) => current.get(other) ?? -1,
    );
    // The text of another note may hold other words that both share.
    if (examined.some((other) => other < 0 || changed.has(other))) return null;
    return { related: before.related.get(points.ids[note] ?? '') ?? [], examined };
  };
}

/** All that is compared, as text; of each note the digest of what it is made of. */
function textOf({ ghosts, around }: ComparedNotes, digests: readonly string[]): string {
  return JSON.stringify([digests, ghosts, around], (_key, value) => {
    return value instanceof Set || value instanceof Map ? [...value] : value;
  });
}
