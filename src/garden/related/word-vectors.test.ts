import { expect, test } from 'vitest';
import { type NumberedWords, Vocabulary } from './vocabulary.ts';
import { type WeighedWord, wordVectors } from './word-vectors.ts';

const vocabulary = new Vocabulary();

function having(...words: readonly string[]): NumberedWords {
  return vocabulary.numbered({ words, counts: words.map(() => 1) });
}

function spelled(vector: readonly WeighedWord[] = []): readonly (string | undefined)[] {
  return vector.map(({ word }) => vocabulary.spellings[word]);
}

const many = Array.from({ length: 300 }, (_, index) => having('every', index < 60 ? 'some' : 'x'));

test('a word of one note, of more than half of them or of very many is in no vector', () => {
  const { vectors } = wordVectors([having('every', 'some', 'x', 'own'), ...many]);
  expect(spelled(vectors[0])).toEqual(['some']);
});

test('vectors have the length 1, the rarer words first', () => {
  const notes = [having('some', 'rare'), having('rare', 'some'), ...many.slice(0, 200)];
  const [first = []] = wordVectors(notes).vectors;
  expect(spelled(first)).toEqual(['rare', 'some']);
  expect(Math.hypot(...first.map(({ weight }) => weight))).toBeCloseTo(1);
});

test('one more note with a word changes no vector of the others, mostly', () => {
  const notes = [...many, having('rare', 'some'), having('rare')];
  const before = wordVectors([...notes, having('lone')]).vectors;
  const after = wordVectors([...notes, having('some')]).vectors;
  expect(after.slice(0, notes.length)).toEqual(before.slice(0, notes.length));
});
