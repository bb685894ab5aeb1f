import { expect, test } from 'vitest';
import { dayOf, dueCards, nextDue, type Review, reviewed } from './schedule.ts';

const at = (due: number): Review => ({ interval: 1, repetition: 1, efactor: 2.5, due });

test('a card that is known comes after 1, 6 and 15 days', () => {
  const days: number[] = [];
  let review: Review | undefined;
  let today = 100;
  for (let round = 0; round < 3; round += 1) {
    review = reviewed(review, 'good', today);
    days.push(review.due - today);
    today = review.due;
  }
  expect(days).toEqual([1, 6, 15]);
});

test('a card that is not known comes again on the same day, and begins anew', () => {
  const known = reviewed(reviewed(undefined, 'good', 100), 'good', 101);
  expect(reviewed(known, 'again', 107)).toMatchObject({ interval: 0, repetition: 0, due: 107 });
});

test('what is due comes first, then what was never reviewed, and nothing of later days', () => {
  const reviews = { later: at(101), today: at(100), past: at(3) };
  expect(dueCards(['new', 'later', 'today', 'past', 'constructor'], reviews, 100)).toEqual([
    'today',
    'past',
    'new',
    'constructor',
  ]);
  expect([nextDue(['later', 'new'], reviews), nextDue(['new'], reviews)]).toEqual([101, null]);
});

test('a day is one of the reader’s clock', () => {
  expect(dayOf(new Date(1970, 0, 3, 0, 1))).toBe(2);
  expect(dayOf(new Date(1970, 0, 3, 23, 59))).toBe(2);
});
