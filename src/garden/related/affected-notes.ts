/**
 * Which notes may have other related notes than in an earlier comparison, told by the notes and ghosts that
 * are not as they were. Each rule here stands for what `Scores` and `reasonsFor` read of other notes.
 */
import { maxConnected, neighboursOf } from './scores.ts';
import type { Surroundings } from './surroundings.ts';
import type { WordVectors } from './word-vectors.ts';

/** A note or ghost that is new, gone or not as it was. */
export interface ChangedPoint {
  /** Its number now; -1 where it is gone. */
  readonly number: number;
  /** Whether it has other words, and whether other links, names or tags. */
  readonly hasOtherWords: boolean;
  readonly hasOtherLinks: boolean;
  /** What it had before: words of its vector, notes and ghosts one link away, by their numbers now, and tags. */
  readonly words: readonly number[];
  readonly near: readonly number[];
  readonly tags: readonly string[];
}

/**
 * The numbers of the notes whose scores may be others, where the notes and ghosts that are still there come
 * in the order that they had. The reasons of a pair depend on the texts of both notes as well.
 */
export function affectedNotes(
  around: Surroundings,
  vectors: WordVectors,
  changes: readonly ChangedPoint[],
): ReadonlySet<number> {
  const affected = new Set<number>();
  for (const change of changes) {
    affected.add(change.number);
    // A note that is like it may show what it links to.
    if (change.hasOtherWords || change.hasOtherLinks) addByWords(affected, vectors, change);
    if (!change.hasOtherLinks) continue;
    addByLinks(affected, around, change);
    addByTags(affected, around, change);
    for (const other of around.namedIn[change.number] ?? []) affected.add(other);
  }
  return affected;
}

function addByWords(
  affected: Set<number>,
  { vectors, places }: WordVectors,
  { number, words }: ChangedPoint,
): void {
  const now = (vectors[number] ?? []).map(({ word }) => word);
  for (const word of new Set([...words, ...now])) {
    const end = places.starts[word + 1] ?? 0;
    for (let at = places.starts[word] ?? 0; at < end; at += 1) affected.add(places.notes[at] ?? 0);
  }
}

/** Those that are one link away, between which it stands, and those that are two links away. */
function addByLinks(
  affected: Set<number>,
  around: Surroundings,
  { number, near }: ChangedPoint,
): void {
  for (const middle of new Set([...near, ...neighboursOf(around, number)])) {
    affected.add(middle);
    const others = neighboursOf(around, middle);
    if (others.size <= maxConnected) for (const other of others) affected.add(other);
  }
}

/** How many notes have a tag counts for all of them; else it connects few notes only. */
function addByTags(
  affected: Set<number>,
  { tags: now, tagged }: Surroundings,
  { number, tags }: ChangedPoint,
): void {
  const own = now[number] ?? new Set<string>();
  const former = new Set(tags);
  for (const tag of new Set([...own, ...former])) {
    const others = tagged.get(tag) ?? [];
    const isMoved = own.has(tag) !== former.has(tag);
    if (isMoved || others.length <= maxConnected) for (const other of others) affected.add(other);
  }
}
