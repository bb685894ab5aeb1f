import { expect, test } from 'vitest';
import { decksBelow } from './decks.ts';

function deck(name: string) {
  const permalink = `/_flashcards/${name === '' ? '' : `${name.toLowerCase()}/`}`;
  return { name, permalink, count: 1, notes: [] };
}

test('a deck leads to those directly below it', () => {
  const decks = ['', 'a', 'a/b', 'a/b/c', 'ab', 'A/d'].map(deck);
  const below = (name: string) => decksBelow(deck(name), decks).map((other) => other.name);
  expect([below(''), below('a'), below('a/b/c')]).toEqual([['a', 'ab'], ['a/b', 'A/d'], []]);
});
