/** Why two notes are related, in the order of what each reason adds to the score. */
import { compareText } from '../diagnostic.ts';
import type { RelatedReason } from '../related-note.ts';
import { type Evidence, evidences, neighboursOf, type Scores } from './scores.ts';
import { type ComparedText, sharedWords } from './shared-words.ts';
import type { Surroundings } from './surroundings.ts';
import type { WordVectors } from './word-vectors.ts';

/** Reasons of one pair, and names in one reason, at most. */
const maxReasons = 2;
const maxNames = 3;
/** What a second reason must add to be worth its place. */
const minPart = 0.05;

/** What the reasons are read from. */
export interface Compared {
  readonly scores: Scores;
  readonly around: Surroundings;
  readonly vectors: WordVectors;
  /** Words by number. */
  readonly spellings: readonly string[];
  textOf(note: number): ComparedText;
}

/** Two notes, as numbers: a note, and one that is related to it. */
export interface Pair {
  readonly note: number;
  readonly other: number;
}

type Reading = (compared: Compared, pair: Pair) => RelatedReason | null;

const readings: Readonly<Record<Evidence, Reading>> = {
  words: ({ vectors, spellings, textOf }, { note, other }) => {
    const texts = [textOf(note), textOf(other)] as const;
    const words = sharedWords(vectors, spellings, [note, other], texts, maxNames);
    return words.length === 0 ? null : { kind: 'words', words };
  },
  links: ({ around }, pair) => sharedLinks(around, pair),
  tags: ({ around }, { note, other }) => {
    const shared = [...(around.tags[note] ?? [])].filter((tag) => around.tags[other]?.has(tag));
    const sizeOf = (tag: string) => around.tagged.get(tag)?.length ?? 0;
    shared.sort((a, b) => sizeOf(a) - sizeOf(b) || compareText(a, b));
    return shared.length === 0 ? null : { kind: 'tags', tags: shared.slice(0, maxNames) };
  },
  names: () => ({ kind: 'names' }),
  named: () => ({ kind: 'named' }),
  alike: ({ scores, around }, { other }) => {
    const alike = scores.alike.filter(({ note }) => around.cites[note]?.has(other));
    const ids = alike.slice(0, maxNames).flatMap(({ note }) => around.ids[note] ?? []);
    return ids.length === 0 ? null : { kind: 'alike', ids };
  },
};

/**
 * The strongest reasons for a note that `scores.best` gave last. That similar notes link to it is told
 * only where there is nothing else to tell.
 */
export function reasonsFor(compared: Compared, pair: Pair): readonly RelatedReason[] {
  const reasons = evidences
    .map((evidence) => ({ evidence, part: compared.scores.part(evidence, pair.other) }))
    .filter(({ evidence, part }) => part > 0 && evidence !== 'alike')
    .sort((a, b) => b.part - a.part)
    .filter(({ part }, index) => index === 0 || part >= minPart)
    .flatMap(({ evidence }) => readings[evidence](compared, pair) ?? []);
  const alike = reasons.length === 0 ? readings.alike(compared, pair) : null;
  return alike === null ? reasons.slice(0, maxReasons) : [alike];
}

/** The rarest notes and ghosts between two notes, of the kind of links that says most. */
function sharedLinks(around: Surroundings, { note, other }: Pair): RelatedReason | null {
  const nothing = new Set<number>();
  const [cites, cited] = [around.cites[note] ?? nothing, around.citedBy[note] ?? nothing];
  const [otherCites, otherCited] = [
    around.cites[other] ?? nothing,
    around.citedBy[other] ?? nothing,
  ];
  const found = [
    ['cite', [...cites].filter((middle) => otherCites.has(middle))],
    ['cited', [...cited].filter((middle) => otherCited.has(middle))],
    ['between', [...cites].filter((middle) => otherCited.has(middle))],
    ['between', [...cited].filter((middle) => otherCites.has(middle))],
  ] as const;
  const sizeOf = (middle: number) => neighboursOf(around, middle).size;
  for (const [kind, middles] of found) {
    const rarest = middles.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b).slice(0, maxNames);
    if (rarest.length > 0) return { kind, ids: rarest.flatMap((id) => around.ids[id] ?? []) };
  }
  return null;
}
