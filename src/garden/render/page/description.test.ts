import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { firstSentence, readingMinutes } from './description.ts';

test('the description is the first sentence of running text', () => {
  const nodes = [
    h('h2', 'Title'),
    h('pre', [h('code', 'let x = 1.')]),
    h('blockquote', [h('p', 'Quoted.')]),
    h('div.callout', { dataCallout: 'note' }, [h('p', 'A callout.')]),
    h('div', [h('p', '  A log,\n append-only. More.')]),
  ];
  expect(firstSentence(nodes)).toBe('A log, append-only.');
});

test('a long sentence is cut at a word', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
  const text = firstSentence([h('p', words)]);
  expect(text.length).toBeLessThanOrEqual(201);
  expect(words.startsWith(text.slice(0, -1))).toBe(true);
  expect(text).toMatch(/word\d+…$/);
});

test('without running text there is none', () => {
  expect(firstSentence([h('p', ''), h('ul', [h('li', 'x')])])).toBe('');
});

test('reading time counts Chinese characters and words, and is at least one minute', () => {
  expect(readingMinutes('')).toBe(1);
  expect(readingMinutes('字'.repeat(1200))).toBe(3);
  expect(readingMinutes('word '.repeat(440))).toBe(2);
});
