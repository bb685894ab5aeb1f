import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absolute, fragmentHref, plainHref, withBase } from './address.ts';

test('a permalink becomes an href in which nothing is a query or a fragment', () => {
  expect(withBase('/what? #1/100%/')).toBe('/what%3F%20%231/100%25/');
  expect(absolute('/租约/')).toBe('https://garden.example/%E7%A7%9F%E7%BA%A6/');
});

test('a plain href is encoded by browsers to the usual one', () => {
  expect(plainHref('/租约，100%/a b/')).toBe('/租约，100%25/a%20b/');
  const permalink = fc.string({ unit: 'grapheme' }).map((text) => `/${text.replace(/^\/+/, '')}`);
  fc.assert(
    fc.property(permalink, (text) => {
      const path = (href: string) => new URL(href, 'https://garden.example/').href;
      expect(path(plainHref(text))).toBe(path(withBase(text)));
    }),
  );
});

test('a fragment is encoded; none is the top of the page', () => {
  expect([fragmentHref('/a/', 'x y#z'), fragmentHref('/a/', '')]).toEqual(['/a/#x%20y%23z', '/a/']);
});
