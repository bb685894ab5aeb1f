import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage } from './fixtures/open-page.ts';
import { fragmentOf, pageAddress } from './link.ts';

beforeEach(() => void openPage('<html><body></body></html>', 'https://garden.example/a/b/'));
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['/kafka/', 'https://garden.example/kafka/'],
  ['../c/?q=1#d', 'https://garden.example/a/c/?q=1#d'],
  ['/.//evil.example/', 'https://garden.example//evil.example/'],
  ['/\\evil.example/', null],
  ['//evil.example/', null],
  ['///evil.example/', null],
  ['/\t/evil.example/', null],
  ['https:/\\evil.example/', null],
  ['https://garden.example.evil.example/', null],
  ['https://garden.example@evil.example/', null],
  ['http://garden.example/', null],
  ['https://garden.example:444/', null],
  ['javascript:alert(1)//', null],
  ['data:text/html,x/', null],
  ['blob:https://garden.example/x/', null],
  ['https://[', null],
  ['/assets/page.html', null],
])('%j is the page %s', (text, address) => {
  expect(pageAddress(text)?.href ?? null).toBe(address);
});

test.each([
  ['#%E7%A7%9F%E7%BA%A6', '租约'],
  ['#50%', '50%'],
  ['#%', '%'],
  ['#%E7', '%E7'],
  ['', ''],
])('the fragment %s names %s', (hash, id) => {
  expect(fragmentOf({ hash })).toBe(id);
});
