import { expect, test } from 'vitest';
import type { NotePage } from '../../../garden/page.ts';
import { noteCard, siteCard } from './card.ts';

const site = { title: 'Garden', description: 'What grows.', lang: 'en' };

const page: NotePage = {
  id: 'systems/kafka',
  kind: 'note',
  permalink: '/systems/kafka/',
  title: 'Kafka',
  lang: 'en',
  path: 'obsidian/Systems/Kafka.md',
  icon: '',
  description: 'A shared log.',
  image: '',
  aliases: [],
  tags: ['a', 'b', 'c', 'd', 'e', 'f'].map((title) => ({ title, permalink: `/tags/${title}/` })),
  properties: [],
  classes: [],
  created: '',
  modified: '',
  journal: null,
  previous: null,
  next: null,
  contents: [],
  html: '',
  minutes: 1,
  mentions: [],
  tag: null,
  search: [],
  math: null,
  mdx: null,
  backlinks: [],
  ancestors: [{ title: 'Systems', permalink: null }],
  children: [],
  translations: [],
};

test('the picture of a note has its folder, title and description', () => {
  expect(noteCard(page, site)).toEqual({
    garden: 'Garden',
    crumbs: ['Systems'],
    title: 'Kafka',
    description: 'A shared log.',
    tags: ['a', 'b', 'c', 'd', 'e'],
    lang: 'en',
  });
});

test('the title of a page in a namespace does not repeat its crumbs', () => {
  const ancestors = ['mit', '6.824'].map((title) => ({ title, permalink: null }));
  const { crumbs, title } = noteCard({ ...page, title: 'mit/6.824/GFS', ancestors }, site);
  expect({ crumbs, title }).toEqual({ crumbs: ['mit', '6.824'], title: 'GFS' });
});

test('a journal has its weekday in its language', () => {
  const journal = { ...page, title: '2026-11-21', journal: '2026-11-21', ancestors: [] };
  expect(noteCard(journal, site).crumbs).toEqual(['Saturday']);
  expect(noteCard({ ...journal, lang: 'zh' }, site).crumbs).toEqual(['星期六']);
});

test('the picture of the garden has its title once', () => {
  const graph = { points: [], lines: [] };
  expect(siteCard(site, graph)).toEqual({
    garden: '',
    crumbs: [],
    title: 'Garden',
    description: 'What grows.',
    tags: [],
    lang: 'en',
    graph,
  });
});
