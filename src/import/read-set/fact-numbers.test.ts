import { expect, test } from 'vitest';
import { FactNumbers } from './fact-numbers.ts';

test('a fact has one number, by which its key is found', () => {
  const numbers = new FactNumbers();
  const given = [
    numbers.numberOf('note', 'title', 'a'),
    numbers.numberOf('note', 'title', 'b'),
    numbers.numberOf('note', 'note.title', 'a'),
    numbers.numberOf('ghost', 'title', 'a'),
    numbers.numberOf('note', 'title', 'a'),
    numbers.numberOf('whole'),
    numbers.numberOf('whole', '-', ''),
  ];
  expect(given).toEqual([0, 1, 2, 3, 0, 4, 4]);
  expect(numbers.keys).toEqual([
    'note title a',
    'note title b',
    'note note.title a',
    'ghost title a',
    'whole - ',
  ]);
});
