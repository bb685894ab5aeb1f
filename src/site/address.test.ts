import { expect, test } from 'vitest';
import { absolute, fragmentHref, withBase } from './address.ts';

test('a permalink becomes an href in which nothing is a query or a fragment', () => {
  expect(withBase('/what? #1/100%/')).toBe('/what%3F%20%231/100%25/');
  expect(absolute('/租约/')).toBe('https://garden.example/%E7%A7%9F%E7%BA%A6/');
});

test('a fragment is encoded; none is the top of the page', () => {
  expect([fragmentHref('/a/', 'x y#z'), fragmentHref('/a/', '')]).toEqual(['/a/#x%20y%23z', '/a/']);
});
