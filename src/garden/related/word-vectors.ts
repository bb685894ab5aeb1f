/**
 * Notes as vectors of their most telling words (tf-idf, of length 1), with the notes of each word. Rarity
 * is rounded, so that an edit of one note does not change the vectors of all others.
 */
import type { NumberedWords } from './vocabulary.ts';

/** Words of a note that are compared: the heaviest ones. */
const maxWords = 20;
/** A word of more notes says little, and would make the time quadratic. */
const maxNotes = 200;
/** Steps of rarity in each factor of e. */
const raritySteps = 2;

/** A word of a note: its number, and its weight in the note. */
export interface WeighedWord {
  readonly word: number;
  readonly weight: number;
}

export interface WordVectors {
  /** By note, the heaviest word first. */
  readonly vectors: readonly (readonly WeighedWord[])[];
  readonly places: WordPlaces;
}

/** The notes in whose vectors a word is, in their order: hundreds of thousands of places, so in columns. */
export interface WordPlaces {
  /** By number of the word: where its places begin; those of the next word begin where they end. */
  readonly starts: Uint32Array;
  readonly notes: Uint32Array;
  /** The weight of the word in each of these notes. */
  readonly weights: Float64Array;
}

/**
 * The vectors of notes, which are numbers here: their indexes in `notes`. The order of numbers of words
 * has no effect.
 */
export function wordVectors(notes: readonly NumberedWords[]): WordVectors {
  const frequencies = countNotes(notes);
  const rarities = Float64Array.from(frequencies, (count) => rarityOf(count, notes.length));
  const vectors = notes.map((words) => vectorOf(words, rarities));
  return { vectors, places: placesIn(vectors, frequencies.length) };
}

/** The places of so many words. */
function placesIn(vectors: WordVectors['vectors'], words: number): WordPlaces {
  const starts = new Uint32Array(words + 1);
  for (const vector of vectors) {
    for (const { word } of vector) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  }
  for (let word = 0; word < words; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = Uint32Array.from(starts);
  const notes = new Uint32Array(starts[words] ?? 0);
  const weights = new Float64Array(notes.length);
  for (const [note, vector] of vectors.entries()) {
    for (const { word, weight } of vector) {
      const at = next[word] ?? 0;
      next[word] = at + 1;
      notes[at] = note;
      weights[at] = weight;
    }
  }
  return { starts, notes, weights };
}

/** By number of the word: how many notes have it. */
function countNotes(notes: readonly NumberedWords[]): Uint32Array {
  let size = 0;
  for (const { words } of notes) for (const word of words) size = Math.max(size, word + 1);
  const frequencies = new Uint32Array(size);
  for (const { words } of notes) {
    for (const word of words) frequencies[word] = (frequencies[word] ?? 0) + 1;
  }
  return frequencies;
}

/** What a count adds to the weight of a word, by count. */
const countWeights = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(count || 1));

/**
 * The logarithm of how rare a word is; 0 for one that connects no notes, or too many. Both numbers are
 * rounded by themselves: one note more moves the rarity of its own words at most.
 */
function rarityOf(count: number, notes: number): number {
  if (count < 2 || count > maxNotes || count > notes / 2 + 3) return 0;
  const steps = (number: number) => Math.round(Math.log(number) * raritySteps);
  return Math.max(1, steps(notes) - steps(count)) / raritySteps;
}

function vectorOf({ words, counts }: NumberedWords, rarities: Float64Array): WeighedWord[] {
  const heaviest: WeighedWord[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    const weight = (countWeights[counts[index] ?? 1] ?? 1) * (rarities[word] ?? 0);
    if (weight > 0) keepHeaviest(heaviest, word, weight);
  }
  const length = Math.hypot(...heaviest.map(({ weight }) => weight));
  return heaviest.map(({ word, weight }) => ({ word, weight: weight / length }));
}

/** Adds a word to the heaviest ones if it is one: of equal ones those that come first. */
function keepHeaviest(heaviest: WeighedWord[], word: number, weight: number): void {
  const isFull = heaviest.length === maxWords;
  if (isFull && weight <= (heaviest.at(-1)?.weight ?? 0)) return;
  if (isFull) heaviest.pop();
  let place = heaviest.length;
  while (place > 0 && (heaviest[place - 1]?.weight ?? 0) < weight) place -= 1;
  heaviest.splice(place, 0, { word, weight });
}
