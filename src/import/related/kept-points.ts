/** What a comparison read of notes and ghosts, as it is kept to tell in the next import what changed. */

import type { ChangedPoint } from '../../garden/related/affected-notes.ts';
import type { ComparedNotes } from '../../garden/related/find-related.ts';
import { neighboursOf } from '../../garden/related/scores.ts';
import type { Vocabulary } from '../../garden/related/vocabulary.ts';
import type { WordVectors } from '../../garden/related/word-vectors.ts';
import { digestOf } from '../../system/disk.ts';

/** Lists of numbers, one after the other, with where each of them ends. */
export interface NumberLists {
  readonly numbers: Uint32Array;
  readonly ends: Uint32Array;
}

/** Notes, then ghosts, by number. */
export interface KeptPoints {
  readonly ids: readonly string[];
  /** How many of them are notes. */
  readonly notes: number;
  /** Digests of the source, of the vector and of the links, separated by spaces. */
  readonly states: readonly string[];
  /** By note: the words of its vector, and its tags, each on a line. */
  readonly words: readonly string[];
  readonly tags: readonly string[];
  /** What is one link away. */
  readonly near: NumberLists;
}

export function numberLists(lists: readonly Iterable<number>[]): NumberLists {
  const numbers: number[] = [];
  const ends = Uint32Array.from(lists, (list) => {
    for (const number of list) numbers.push(number);
    return numbers.length;
  });
  return { numbers: Uint32Array.from(numbers), ends };
}

export function listAt({ numbers, ends }: NumberLists, index: number): Uint32Array {
  return numbers.subarray(ends[index - 1] ?? 0, ends[index] ?? 0);
}

/** The points of a comparison; `digests` are those of the notes' sources. */
export function pointsOf(
  { notes, around }: ComparedNotes,
  { vectors }: WordVectors,
  { spellings }: Vocabulary,
  digests: readonly string[],
): KeptPoints {
  const { ids } = around;
  const words = vectors.map((vector) => vector.map(({ word }) => spellings[word]).join('\n'));
  const tags = around.tags.map((own) => [...own].join('\n'));
  const named = (numbers: Iterable<number> = []) => {
    return Array.from(numbers, (number) => ids[number]).join('\n');
  };
  const states = ids.map((_, point) => {
    const weights = Float64Array.from(vectors[point] ?? [], ({ weight }) => weight);
    const vector = digestOf(words[point] ?? '', Buffer.from(weights.buffer).toString('latin1'));
    const links = digestOf(
      named(around.cites[point]),
      named(around.citedBy[point]),
      named(around.names[point]),
      named(around.namedIn[point]),
      named(around.shown[point]),
      tags[point] ?? '',
    );
    return `${digests[point] ?? ''} ${vector} ${links}`;
  });
  const near = numberLists(ids.map((_, point) => neighboursOf(around, point)));
  return { ids, notes: notes.length, states, words, tags, near };
}

/** The points of now by their numbers in an earlier comparison; null for a new one. */
export type Moved = readonly (number | null)[];

/**
 * Where the points were before; null where those that are still there have another order, by which equally
 * related notes are listed. A note and a ghost with the same id are two points.
 */
export function movedPoints(before: KeptPoints, now: KeptPoints): Moved | null {
  const numbers = new Map(before.ids.map((_, number) => [keyOf(before, number), number]));
  let last = -1;
  const moved: (number | null)[] = [];
  for (const point of now.ids.keys()) {
    const number = numbers.get(keyOf(now, point)) ?? null;
    moved.push(number);
    if (number === null) continue;
    if (number < last) return null;
    last = number;
  }
  return moved;
}

/** By their numbers before, those of now of the points that are still there. */
export function currentNumbers(moved: Moved): ReadonlyMap<number, number> {
  return new Map(moved.flatMap((number, point) => (number === null ? [] : [[number, point]])));
}

function keyOf({ ids, notes }: KeptPoints, point: number): string {
  return `${point < notes ? 'note' : 'ghost'} ${ids[point]}`;
}

/** The points that are new, gone or not as they were. */
export function changedPoints(
  before: KeptPoints,
  now: KeptPoints,
  moved: Moved,
  vocabulary: Vocabulary,
): ChangedPoint[] {
  const current = currentNumbers(moved);
  const formerly = (number: number) => ({
    words: linesOf(before.words[number]).map((word) => vocabulary.numberOf(word)),
    near: [...listAt(before.near, number)].flatMap((other) => current.get(other) ?? []),
    tags: linesOf(before.tags[number]),
  });
  const changes: ChangedPoint[] = [];
  for (const [point, number] of moved.entries()) {
    if (number === null) {
      const nothing = { words: [], near: [], tags: [] };
      changes.push({ number: point, hasOtherWords: true, hasOtherLinks: true, ...nothing });
    } else if (before.states[number] !== now.states[point]) {
      const [, words, links] = (now.states[point] ?? '').split(' ');
      const [, oldWords, oldLinks] = (before.states[number] ?? '').split(' ');
      const what = { hasOtherWords: words !== oldWords, hasOtherLinks: links !== oldLinks };
      changes.push({ number: point, ...what, ...formerly(number) });
    }
  }
  for (const number of before.ids.keys()) {
    if (current.has(number)) continue;
    changes.push({ number: -1, hasOtherWords: true, hasOtherLinks: true, ...formerly(number) });
  }
  return changes;
}

function linesOf(text = ''): string[] {
  return text === '' ? [] : text.split('\n');
}
