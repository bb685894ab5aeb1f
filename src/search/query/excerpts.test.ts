import { expect, test } from 'vitest';
import { mark, sectionMatches } from './excerpts.ts';
import { page } from './fixtures/small-index.ts';

const long = '前面有很多别的话。'.repeat(30);
const sections = [
  { fragment: '', heading: '', text: `${long}所以脑裂是两边都写。${long}` },
  { fragment: 'none', heading: '别的', text: '没有。' },
  { fragment: 'how', heading: '避免脑裂', text: '用多数派。' },
];

test('a match is a section with the query, and the sentence around it', () => {
  const places = sectionMatches(page('Systems', '', { sections }), ['脑裂'], 3);
  expect(places.map(({ fragment }) => fragment)).toEqual(['', 'how']);
  const [first, second] = places;
  expect(first?.excerpt.text.startsWith('…所以脑裂是两边都写。')).toBe(true);
  expect(first?.excerpt.text.endsWith('…')).toBe(true);
  expect(first?.excerpt.marks).toEqual([{ start: 3, end: 5 }]);
  expect(second).toEqual({
    fragment: 'how',
    heading: { text: '避免脑裂', marks: [{ start: 2, end: 4 }] },
    excerpt: { text: '用多数派。', marks: [] },
  });
});

test('no more sections than the maximum, those with most matches', () => {
  const [only, ...others] = sectionMatches(page('Systems', '', { sections }), ['脑裂'], 1);
  expect([only?.fragment, others]).toEqual(['how', []]);
});

test('marks that touch are one', () => {
  expect(mark('主备复制', ['主备', '复制']).marks).toEqual([{ start: 0, end: 4 }]);
});

test('an excerpt ends with a whole word', () => {
  const words = 'replication '.repeat(40);
  const [place] = sectionMatches(page('Words', words), ['replication'], 1);
  expect(place?.excerpt.text).toMatch(/replication ?…$/);
});
