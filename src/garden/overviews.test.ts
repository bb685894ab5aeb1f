import { expect, test } from 'vitest';
import { overviewsOf } from './overviews.ts';
import type { SiteRecord } from './page.ts';

const empty: SiteRecord = {
  home: null,
  favorites: [],
  journals: [],
  tags: [],
  redirects: [],
  decks: [],
  isDated: false,
  notes: 1,
};

test('the navigation leads to no empty overview', () => {
  expect(overviewsOf(empty)).toEqual(['allNotes', 'graph']);
  expect(overviewsOf({ ...empty, isDated: true })).toEqual(['allNotes', 'graph', 'recent']);
});

test('overviews with something in them have a fixed order', () => {
  const day = { id: 'a', title: 'A', permalink: '/a/', date: '2026-01-01' };
  const deck = { name: '', permalink: '/_flashcards/', count: 1, notes: ['a'] };
  const tag = {
    name: 'a',
    title: 'a',
    permalink: '/tags/a/',
    count: 1,
    depth: 0,
    feeds: '/tags/a/',
  };
  const full = { ...empty, journals: [day], tags: [tag], decks: [deck], isDated: true };
  expect(overviewsOf(full)).toEqual([
    'allNotes',
    'journals',
    'tags',
    'graph',
    'recent',
    'flashcards',
  ]);
});
