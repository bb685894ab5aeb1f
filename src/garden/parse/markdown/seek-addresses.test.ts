import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { seekAddresses } from './seek-addresses.ts';

const whole = unified().use(remarkParse).use(remarkGfm);
const parts = [
  'www',
  '.a.b',
  'http',
  ':',
  '//',
  'a',
  '@',
  'b.c',
  'xmpp:',
  '&#64;',
  '\\',
  ' ',
  '*',
  '\n',
];

test('a text has the same links with and without the search', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (chosen) => {
      const source = chosen.join('');
      const read = unified().use(remarkParse).use(remarkGfm).use(seekAddresses, source);
      expect(read.parse(source)).toEqual(whole.parse(source));
    }),
  );
});
