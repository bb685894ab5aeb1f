/** The related notes of all notes in the lists of a garden. */
import type { Garden } from '../garden.ts';
import type { Note } from '../note.ts';
import type { RelatedNote } from '../related-note.ts';
import { type CutWords, textWords } from './note-words.ts';
import { type Compared, reasonsFor } from './reasons.ts';
import { Scores } from './scores.ts';
import type { ComparedText } from './shared-words.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { type NumberedWords, type Vocabulary, withFurtherWords } from './vocabulary.ts';
import { type WordVectors, wordVectors } from './word-vectors.ts';

/** All that decides which notes are related. */
export interface ComparedNotes {
  /** The notes in the lists of a garden, in the order of their numbers. */
  readonly notes: readonly Note[];
  /** Titles of ghosts, whose numbers follow those of the notes. */
  readonly ghosts: readonly string[];
  readonly around: Surroundings;
}

export interface RelatedOptions {
  /** How many notes each note gets, at most. */
  readonly count: number;
  readonly cut: CutWords;
  /** The numbers of words; it grows. */
  readonly vocabulary: Vocabulary;
  /** The words of a note (`noteWords`). */
  wordsOf(note: Note): NumberedWords;
}

/** Less is not worth a reader's time: one frequent word, or one tag of very many notes. */
const minScore = 0.1;
/** Notes looked at beyond those shown: some share nothing that can be said, as parts of Chinese words. */
const spare = 5;

/** What is compared of a garden. */
export function comparedNotes(garden: Garden): ComparedNotes {
  return {
    notes: [...garden.notes.values()].map(({ note }) => note),
    ghosts: [...garden.ghosts.values()].map(({ title }) => title),
    around: surroundingsOf(garden),
  };
}

/** What is found for a note. */
export interface FoundNotes {
  readonly related: readonly RelatedNote[];
  /** Numbers of the notes of which the reasons were looked for. */
  readonly examined: readonly number[];
}

/** The vectors of notes: of their own words, and of those in the titles of what they link to. */
export function comparedVectors(compared: ComparedNotes, options: RelatedOptions): WordVectors {
  const { notes, around } = compared;
  const titles = titleWords(compared, options);
  return wordVectors(
    notes.map((note, index) => {
      const cited = [...(around.cites[index] ?? [])];
      return withFurtherWords(
        options.wordsOf(note),
        cited.flatMap((other) => titles[other] ?? []),
      );
    }),
  );
}

/**
 * Finds the notes that are related to the one with a number, the best first. Only notes in all lists are
 * compared and named; those that a page links to, lists or is linked from are left out.
 */
export function relatedFinder(
  { notes, around }: ComparedNotes,
  vectors: WordVectors,
  { count, vocabulary }: RelatedOptions,
): (note: number) => FoundNotes {
  const scores = new Scores(around, vectors);
  const textOf = comparedTexts(notes);
  const { spellings } = vocabulary;
  const read: Compared = { scores, around, vectors, spellings, textOf };
  return (note) => {
    const related: RelatedNote[] = [];
    const examined: number[] = [];
    for (const { note: other, score } of scores.best(note, count + spare)) {
      if (score < minScore || related.length === count) break;
      examined.push(other);
      const reasons = reasonsFor(read, { note, other });
      if (reasons.length > 0) related.push({ id: around.ids[other] ?? '', reasons });
    }
    return { related, examined };
  };
}

/** By id: the related notes of every note; nothing for a note without any. */
export function findRelated(
  compared: ComparedNotes,
  options: RelatedOptions,
): ReadonlyMap<string, readonly RelatedNote[]> {
  const find = relatedFinder(compared, comparedVectors(compared, options), options);
  const found = [...compared.notes.keys()].map((note) => {
    return [compared.around.ids[note] ?? '', find(note).related] as const;
  });
  return new Map(found.filter(([, related]) => related.length > 0));
}

/** The texts of notes by number, each made once. */
function comparedTexts(notes: readonly Note[]): (index: number) => ComparedText {
  const made: ComparedText[] = [];
  return (index) => {
    const known = made[index];
    if (known) return known;
    const note = notes[index];
    const text = note === undefined ? '' : `${note.title}\n${note.text}`;
    const lower = text.toLowerCase();
    const compared = { text, lower: lower.length === text.length ? lower : text };
    made[index] = compared;
    return compared;
  };
}

/** The words in the titles of notes and ghosts, by number. */
function titleWords(
  { notes, ghosts }: ComparedNotes,
  { cut, vocabulary }: RelatedOptions,
): readonly number[][] {
  return [...notes.map(({ title }) => title), ...ghosts].map((title) => {
    return textWords(title, cut).map((word) => vocabulary.numberOf(word));
  });
}
