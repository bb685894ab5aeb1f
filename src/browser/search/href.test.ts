import { expect, test } from 'vitest';
import { hrefOf, searchHref } from './href.ts';

test('a link of a result is encoded and carries the query and the fragment', () => {
  expect(hrefOf('/what? #1/', 'C# & 租约', '一 节')).toBe(
    '/what%3F%20%231/?q=C%23%20%26%20%E7%A7%9F%E7%BA%A6#%E4%B8%80%20%E8%8A%82',
  );
  expect(hrefOf('/kafka/', '')).toBe('/kafka/');
});

test('the address of a search has its query and filters', () => {
  expect([searchHref(''), searchHref('a b', { tag: 'x&y' })]).toEqual([
    '/search/',
    '/search/?q=a+b&tag=x%26y',
  ]);
});
