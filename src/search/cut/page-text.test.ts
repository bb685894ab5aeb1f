import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';
import { namesSection } from './index-page.ts';
import { hasLiteral, readFragment } from './page-text.ts';

/** As Pagefind gives a page back: paragraphs behind each other, each with a full stop. */
const names = 'names. Apache ZooKeeper. 动 物 园. #paper/atc.';
const content = `${cutText('脑裂')}. ${cutText('定义')}. ${cutText('两边都写')}. ${names}`;

const page = readFragment({
  url: '/脑裂/',
  content,
  filters: { kind: ['note'], lang: ['zh'], tag: ['paper', 'paper/atc'] },
  meta: { title: cutText('脑裂') },
  anchors: [
    { element: 'h2', id: 'what', text: cutText('定义'), location: 2 },
    { element: 'h2', id: namesSection, text: 'names', location: 8 },
  ],
});

test('a page is read back with its sections, and its names apart from the text', () => {
  expect(page).toEqual({
    permalink: '/脑裂/',
    title: '脑裂',
    kind: 'note',
    lang: 'zh',
    tags: ['paper', 'paper/atc'],
    names: 'Apache ZooKeeper · 动物园 · #paper/atc',
    sections: [
      { fragment: '', heading: '', text: '' },
      { fragment: 'what', heading: '定义', text: '两边都写。' },
    ],
  });
});

test('a phrase is looked for in title, names and text', () => {
  const literals = ['脑裂', 'apache zookeeper', '都写', '都不写'];
  expect(literals.map((literal) => hasLiteral(page, literal))).toEqual([true, true, true, false]);
});
