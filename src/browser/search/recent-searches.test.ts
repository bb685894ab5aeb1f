import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage } from '../fixtures/open-page.ts';
import { clearSearches, recentSearches, rememberSearch } from './recent-searches.ts';

beforeEach(() => void openPage('<html><body></body></html>'));
afterEach(() => vi.unstubAllGlobals());

test('the last six searches are stored, each once, the last one first', () => {
  for (const query of ['a', 'b', 'c', ' a ', 'd', 'e', 'f', 'g', '']) rememberSearch(query);
  expect(recentSearches()).toEqual(['g', 'f', 'e', 'd', 'a', 'c']);
  clearSearches();
  expect(recentSearches()).toEqual([]);
});

test.each(['{}', 'null', '[1,{"a":2}]', 'nonsense'])('stored %s is no search', (stored) => {
  localStorage.setItem('searches', stored);
  expect(recentSearches()).toEqual([]);
});
