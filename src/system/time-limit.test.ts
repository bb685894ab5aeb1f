import { expect, test } from 'vitest';
import { TimeLimitError, withinTime } from './time-limit.ts';

test('work that ends gives what it answers, or throws what it throws', () => {
  const fault = new TypeError('wrong');
  expect(withinTime(() => ({ a: [1] }), 10_000)).toEqual({ a: [1] });
  expect(withinTime(() => undefined, 10_000)).toBeUndefined();
  expect(() =>
    withinTime(() => {
      throw fault;
    }, 10_000),
  ).toThrow(fault);
});

test.for<[string, () => unknown]>([
  [
    'a loop',
    () => {
      for (;;);
    },
  ],
  [
    'a loop that catches everything',
    () => {
      for (;;) {
        try {
          throw new Error('again');
        } catch {}
      }
    },
  ],
  ['a regular expression', () => /^(?:a+)+$/u.test(`${'a'.repeat(60)}b`)],
])('%s that never ends is stopped, and the next work runs', ([, work]) => {
  expect(() => withinTime(work, 50)).toThrow(TimeLimitError);
  expect(withinTime(() => 'next', 10_000)).toBe('next');
});
