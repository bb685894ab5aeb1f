import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unfolded } from './unfolded.ts';

test.each([
  ['all that have room', { count: 2, current: 1, first: 0, room: 71 }, [0, 2]],
  ['the last ones after one was opened', { count: 4, current: 3, first: 0, room: 71 }, [2, 4]],
  ['one where two have no room', { count: 2, current: 1, first: 0, room: 50 }, [1, 2]],
  ['a spine to the left and its neighbour', { count: 4, current: 0, first: 2, room: 71 }, [0, 2]],
  [
    'the same ones if the current one is among them',
    { count: 5, current: 2, first: 1, room: 71 },
    [1, 3],
  ],
  ['more when others are closed', { count: 2, current: 0, first: 1, room: 71 }, [0, 2]],
])('unfolds %s', (_, panes, expected) => {
  expect(unfolded(panes)).toEqual(expected);
});

test('the current pane is unfolded, and more than one only where all have room', () => {
  const row = fc.integer({ min: 1, max: 30 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      current: fc.nat(count - 1),
      first: fc.nat(count + 3),
      room: fc.integer({ min: 10, max: 300 }),
    }),
  );
  fc.assert(
    fc.property(row, (panes) => {
      const [from, to] = unfolded(panes);
      const width = (to - from) * 26 + (panes.count - to + from) * 2.5;
      return (
        0 <= from &&
        from <= panes.current &&
        panes.current < to &&
        to <= panes.count &&
        (to - from === 1 || width <= panes.room)
      );
    }),
  );
});
