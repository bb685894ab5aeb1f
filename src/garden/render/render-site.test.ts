import { expect, test } from 'vitest';
import type { Garden } from '../garden.ts';
import { gardenOf, linkOf, noteOf, sourcesOf } from './fixtures/hand-made.ts';
import { renderGhost } from './render-ghost.ts';
import { renderNote } from './render-note.ts';
import { renderSite, summaries } from './render-site.ts';
import { renderTag } from './render-tag.ts';

function journal(date: string) {
  return { note: noteOf({ path: `journals/${date}.md`, title: date, journal: date }) };
}

const toRaft = linkOf('Raft');

const raft = {
  id: 'raft',
  permalink: '/raft/',
  title: 'Raft',
  backlinks: [{ from: 'a', link: toRaft, fragment: '' }],
  children: ['a'],
  ancestors: [{ title: 'Consensus', id: null }],
};

function tag(name: string, children: string[], count: number) {
  const notes = count > 0 ? ['a'] : [];
  return {
    name,
    permalink: `/tags/${name.toLowerCase()}/`,
    notes,
    children,
    count,
    pages: [],
    note: null,
    redirect: '',
  };
}

const garden: Garden = gardenOf(
  [
    {
      note: noteOf({
        path: 'a.md',
        title: 'A',
        tags: ['Storage/log', 'nowhere'],
        aliases: ['Alpha'],
        lang: 'zh',
        created: '2026-01-02',
        description: 'First.',
        links: [toRaft],
      }),
    },
    journal('2026-01-02'),
    journal('2026-01-01'),
  ],
  {
    ghosts: new Map([['raft', raft]]),
    tags: new Map([
      ['storage', tag('Storage', ['storage/log'], 1)],
      ['storage/log', tag('Storage/log', [], 1)],
    ]),
    journals: ['journals/2026-01-02', 'journals/2026-01-01'],
    redirects: new Map([['/old/', '/a/']]),
    home: 'a',
    favorites: ['a', 'gone'],
  },
);

test('the site record has journals newest first, nested tags and redirects', () => {
  expect(renderSite(garden)).toEqual({
    home: 'a',
    decks: [],
    isDated: true,
    favorites: [{ title: 'A', permalink: '/a/' }],
    journals: ['2026-01-02', '2026-01-01'].map((date) => {
      return { id: `journals/${date}`, title: date, permalink: `/journals/${date}/`, date };
    }),
    tags: [
      {
        title: 'Storage',
        permalink: '/tags/storage/',
        name: 'Storage',
        count: 1,
        depth: 0,
        feeds: '/tags/storage/',
      },
      {
        title: 'Storage/log',
        permalink: '/tags/storage/log/',
        name: 'Storage/log',
        count: 1,
        depth: 1,
        feeds: '/tags/storage/log/',
      },
    ],
    redirects: [{ from: '/old/', to: '/a/' }],
    notes: 3,
  });
});

test('summaries have notes, journals and ghosts', () => {
  expect(summaries(garden, new Map()).map(({ id, kind }) => [id, kind])).toEqual([
    ['a', 'note'],
    ['journals/2026-01-02', 'journal'],
    ['journals/2026-01-01', 'journal'],
    ['raft', 'ghost'],
  ]);
  expect(summaries(garden, new Map([['a', 'First.']]))[0]).toEqual({
    id: 'a',
    kind: 'note',
    title: 'A',
    permalink: '/a/',
    path: 'a.md',
    lang: 'zh',
    aliases: ['Alpha'],
    tags: ['Storage/log', 'nowhere'],
    journal: null,
    created: '2026-01-02',
    modified: '',
    description: 'First.',
    backlinks: 0,
    ancestors: [],
  });
});

test('a ghost’s page lists who links to it', () => {
  expect(renderGhost(garden, 'raft')).toEqual({
    id: 'raft',
    kind: 'ghost',
    permalink: '/raft/',
    title: 'Raft',
    lang: 'zh',
    backlinks: [{ id: 'a', title: 'A', permalink: '/a/', lang: 'zh', links: [0], properties: [] }],
    ancestors: [{ title: 'Consensus', permalink: null }],
    children: [{ title: 'A', permalink: '/a/' }],
  });
});

test('a nested tag’s page leads up and down', () => {
  expect(renderTag(garden, 'storage')).toEqual({
    id: 'tags/storage',
    kind: 'tag',
    name: 'Storage',
    permalink: '/tags/storage/',
    title: '#Storage',
    ancestors: [],
    notes: [{ id: 'a', title: 'A', permalink: '/a/', lang: 'zh', links: [], properties: [] }],
    children: [{ title: 'Storage/log', permalink: '/tags/storage/log/', count: 1 }],
    count: 1,
    pages: [],
    note: null,
  });
  expect(renderTag(garden, 'storage/log').ancestors).toEqual([
    { title: 'Storage', permalink: '/tags/storage/' },
  ]);
});

test('a journal leads to the ones before and after it, a note to none', () => {
  const neighbours = (id: string) => {
    const { previous, next, kind } = renderNote(garden, id, sourcesOf({})).page;
    return { previous: previous?.title, next: next?.title, kind };
  };
  expect(neighbours('journals/2026-01-01')).toEqual({ next: '2026-01-02', kind: 'journal' });
  expect(neighbours('journals/2026-01-02')).toEqual({ previous: '2026-01-01', kind: 'journal' });
  expect(neighbours('a')).toEqual({ kind: 'note' });
});

test('a note’s page has the tags that have pages', () => {
  const { page } = renderNote(garden, 'a', sourcesOf({}));
  expect(page.tags).toEqual([{ title: 'Storage/log', permalink: '/tags/storage/log/' }]);
  expect(page.aliases).toEqual(['Alpha']);
});
