/**
 * How related the notes are to one of them. Every kind of evidence is a number of its own; time is
 * linear in the number of notes, since what connects very many notes connects none of them.
 */
import type { Surroundings } from './surroundings.ts';
import type { WordVectors } from './word-vectors.ts';

/** What each kind of evidence counts. Words: the cosine of both vectors. */
export const evidenceWeights = {
  words: 1,
  links: 0.25,
  tags: 0.3,
  names: 1,
  named: 0.3,
  alike: 1,
} as const;

export type Evidence = keyof typeof evidenceWeights;
export const evidences = Object.keys(evidenceWeights) as Evidence[];

/** Notes that one link or tag connects, at most. */
export const maxConnected = 200;
/** Notes that are most alike, and whose links count. */
const maxAlike = 10;
/** Added to their whole similarity: where that is small, what they link to says little. */
const doubt = 0.5;
/** A note with more links is an overview, whose links say little of notes that are like it. */
const maxLinksOfAlike = 200;

export interface ScoredNote {
  readonly note: number;
  readonly score: number;
}

/** The scores of one note after the other, in lists that are used again for each. */
export class Scores {
  readonly #around: Surroundings;
  readonly #vectors: WordVectors;
  readonly #parts: Readonly<Record<Evidence, Float64Array>>;
  /** Notes with a score, each once. */
  #touched: number[] = [];
  readonly #isTouched: Uint8Array;
  /** The notes that are most like the one whose scores these are, the most similar first. */
  alike: readonly ScoredNote[] = [];

  constructor(around: Surroundings, vectors: WordVectors) {
    this.#around = around;
    this.#vectors = vectors;
    this.#isTouched = new Uint8Array(around.count);
    const list = () => new Float64Array(around.count);
    this.#parts = {
      ...{ words: list(), links: list(), tags: list() },
      ...{ names: list(), named: list(), alike: list() },
    };
  }

  /** The notes related to this one that its page does not show, the best first, at most `count`. */
  best(note: number, count: number): readonly ScoredNote[] {
    this.#clear();
    this.#addWords(note);
    this.#addLinks(note);
    this.#addTags(note);
    this.alike = this.#top(maxAlike, (other) => other !== note);
    this.#addNames(note);
    this.#addLinksOfAlike();
    const shown = this.#around.shown[note];
    return this.#top(count, (other) => !shown?.has(other));
  }

  /** What a kind of evidence adds to the score of a note that `best` gave last. */
  part(evidence: Evidence, note: number): number {
    return (this.#parts[evidence][note] ?? 0) * evidenceWeights[evidence];
  }

  #clear(): void {
    for (const part of evidences) for (const note of this.#touched) this.#parts[part][note] = 0;
    for (const note of this.#touched) this.#isTouched[note] = 0;
    this.#touched = [];
  }

  #add(evidence: Evidence, note: number, value: number): void {
    if (note >= this.#around.count) return;
    this.#touch(note);
    const part = this.#parts[evidence];
    part[note] = (part[note] ?? 0) + value;
  }

  #touch(note: number): void {
    if (this.#isTouched[note] === 1) return;
    this.#isTouched[note] = 1;
    this.#touched.push(note);
  }

  /** Of all evidence words touch by far the most notes. */
  #addWords(note: number): void {
    const { words } = this.#parts;
    const { starts, notes, weights } = this.#vectors.places;
    for (const { word, weight } of this.#vectors.vectors[note] ?? []) {
      const end = starts[word + 1] ?? 0;
      for (let at = starts[word] ?? 0; at < end; at += 1) {
        const other = notes[at] ?? 0;
        this.#touch(other);
        words[other] = (words[other] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
  }

  /** Notes that are one link away from what is one link away: the fewer are, the more it says. */
  #addLinks(note: number): void {
    for (const middle of neighboursOf(this.#around, note)) {
      const others = neighboursOf(this.#around, middle);
      if (others.size > maxConnected) continue;
      for (const other of others) this.#add('links', other, 1 / Math.log(1 + others.size));
    }
  }

  #addTags(note: number): void {
    for (const tag of this.#around.tags[note] ?? []) {
      const others = this.#around.tagged.get(tag) ?? [];
      if (others.length > maxConnected) continue;
      for (const other of others) this.#add('tags', other, 1 / Math.log(1 + others.length));
    }
  }

  /** A name that is in many texts is a common word, too. */
  #addNames(note: number): void {
    const { names, namedIn } = this.#around;
    const rarity = (named: number) => 1 / Math.log2(1 + (namedIn[named]?.size ?? 1));
    for (const other of names[note] ?? []) this.#add('names', other, rarity(other));
    for (const other of namedIn[note] ?? []) this.#add('named', other, rarity(note));
  }

  /** What the most similar notes link to, each by its share of the similarity. */
  #addLinksOfAlike(): void {
    const total = this.alike.reduce((sum, { score }) => sum + score, doubt);
    for (const { note, score } of this.alike) {
      const cites = this.#around.cites[note] ?? new Set();
      if (cites.size > maxLinksOfAlike) continue;
      for (const other of cites) this.#add('alike', other, score / total);
    }
  }

  #top(count: number, isWanted: (note: number) => boolean): readonly ScoredNote[] {
    const top: ScoredNote[] = [];
    for (const note of this.#touched) {
      const score = this.#score(note);
      const last = top.length === count ? top.at(-1) : undefined;
      if (last !== undefined && !isBetter(score, note, last)) continue;
      if (!isWanted(note)) continue;
      if (last !== undefined) top.pop();
      let place = top.length;
      for (let before = top[place - 1]; before && isBetter(score, note, before); ) {
        place -= 1;
        before = top[place - 1];
      }
      top.splice(place, 0, { note, score });
    }
    return top;
  }

  /** The sum of all parts, rounded, so that the order of additions does not decide. Asked for most often. */
  #score(note: number): number {
    const { words, links, tags, names, named, alike } = this.#parts;
    const score =
      (words[note] ?? 0) * evidenceWeights.words +
      (links[note] ?? 0) * evidenceWeights.links +
      (tags[note] ?? 0) * evidenceWeights.tags +
      (names[note] ?? 0) * evidenceWeights.names +
      (named[note] ?? 0) * evidenceWeights.named +
      (alike[note] ?? 0) * evidenceWeights.alike;
    return Math.round(score * 1e6) / 1e6;
  }
}

/** The higher score is better; of equal ones the note that comes first in the garden. */
function isBetter(score: number, note: number, other: ScoredNote): boolean {
  return score > other.score || (score === other.score && note < other.note);
}

/** Numbers of the notes and ghosts that are one link away, whichever way it goes. */
export function neighboursOf({ cites, citedBy }: Surroundings, point: number): ReadonlySet<number> {
  const out = cites[point];
  const back = citedBy[point] ?? new Set<number>();
  return out === undefined || out.size === 0 ? back : new Set([...out, ...back]);
}
