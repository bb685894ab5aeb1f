import { expect, test } from 'vitest';
import { joinPages } from './join-pages.ts';

test('pages and places of several lists are one list, in order', () => {
  const joined = joinPages([
    [
      [2, [-25, 4, 6, -169, 0], [-1, 0]],
      [3, [-25, 1], []],
    ],
    [
      [0, [-25, 7], []],
      [2, [-25, 5, 5], [-1, 2]],
    ],
  ]);
  expect(joined).toEqual([
    [0, [-25, 7], []],
    [2, [-25, 4, 1, 5, -169, 0], [-1, 0, 2]],
    [3, [-25, 1], []],
  ]);
});

test('a list alone stays as it is', () => {
  const list = [[1, [-25, 2, 3], []]] as const;
  expect(joinPages([list])).toEqual(list);
});
