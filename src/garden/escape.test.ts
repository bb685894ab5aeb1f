import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, escapePattern, escapeXml } from './escape.ts';

test('characters of HTML are escaped in content and attributes', () => {
  expect(escapeHtml('<a href="x">R&D</a>')).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});

test('XML has no control characters except tabs and line ends', () => {
  expect(escapeXml('a\u0000b\u001fc\td\r\n<\uffff')).toBe('abc\td\r\n&lt;');
});

test('an escaped text matches itself and nothing else, with and without the flag “u”', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
      for (const flags of ['', 'u']) {
        const pattern = new RegExp(`^${escapePattern(text)}$`, flags);
        expect([pattern.test(text), pattern.test(other)]).toEqual([true, other === text]);
      }
    }),
  );
  expect(escapePattern('a.b*c/d')).toBe('a\\.b\\*c\\/d');
});
