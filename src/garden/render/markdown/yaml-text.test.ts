import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { yamlText } from './yaml-text.ts';

const words = [
  'a',
  'Null',
  'true',
  'no',
  '~',
  '-',
  '.',
  '/',
  'é',
  '共识',
  ' ',
  ':',
  '#',
  '1',
  '2026-01-02',
];
const text = fc.oneof(
  fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
    .map((chosen) => chosen.join('')),
  fc.webUrl(),
  fc.string({ minLength: 1, unit: 'binary' }),
);
const entry = fc.tuple(
  fc.constantFrom('title', 'source', 'tags'),
  fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
);

test('texts are written as the package writes them', () => {
  const facts = fc.uniqueArray(entry, { selector: ([key]) => key });
  fc.assert(
    fc.property(facts, (entries) => {
      expect(yamlText(entries)).toBe(stringify(Object.fromEntries(entries), { lineWidth: 0 }));
    }),
    { numRuns: 1000 },
  );
});
