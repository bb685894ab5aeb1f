import { expect, test } from 'vitest';
import { ednEntry, ednStrings, readEdn } from './edn.ts';

test('a map with comments, sets, discarded forms, regexes and code is read whole', () => {
  const source = `;; settings
    {:a "x\\n\\"y\\"" ; comment with }
     :b #{:one "two"}
     #_ :gone #_ {:x 1}
     :c #"[a-z]+" :d (fn [x] (inc x)) :e #inst "2026-01-01" :f -1.5e3 :g nil, :h ^{:m 1} [1 2]}`;
  const { value, fault } = readEdn(source);
  expect(fault).toBeNull();
  expect(ednEntry(value, 'a')).toEqual({ kind: 'string', text: 'x\n"y"' });
  expect(ednStrings(ednEntry(value, 'b'))).toEqual(['one', 'two']);
  expect(ednEntry(value, 'x')).toBeNull();
  expect(ednEntry(value, 'c')).toEqual({ kind: 'string', text: '[a-z]+' });
  expect(ednEntry(value, 'e')).toEqual({ kind: 'string', text: '2026-01-01' });
  expect(ednEntry(value, 'f')).toEqual({ kind: 'number', number: -1500 });
  expect(ednEntry(value, 'g')).toEqual({ kind: 'nil' });
  expect(ednEntry(value, 'h')).toEqual({
    kind: 'vector',
    items: [
      { kind: 'number', number: 1 },
      { kind: 'number', number: 2 },
    ],
  });
});

test.each([
  ['{:a "b', 4, 'A string is not closed.'],
  ['{:a [1 2}', 4, 'A bracket is not closed by “]”.'],
  ['{:a 1', 0, 'A bracket is not closed by “}”.'],
])('%j is a fault with its place, and what was read stays', (source, offset, message) => {
  const reading = readEdn(source);
  expect(reading.fault).toEqual({ offset, message });
  expect(reading.value?.kind).toBe('map');
});

test('a form ends where it ends', () => {
  expect(readEdn('see {:height 10} here', 4).end).toBe(16);
});
