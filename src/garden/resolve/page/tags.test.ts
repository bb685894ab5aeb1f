import { expect, test } from 'vitest';
import {
  logseqGraph,
  logseqJournal,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';
import { collectTags, tagKeys } from './tags.ts';

/** A tag that neither a note nor a namespace is named like. */
const alone = { pages: [], note: null, redirect: '' };

function tagsOf(...tags: readonly (readonly string[])[]) {
  const notes = tags.map((each, index) => {
    return { id: `n${index}`, note: obsidianNote(`N${index}`, { tags: each }), targets: [] };
  });
  return [...collectTags(notes)];
}

test('a tag page lists its notes, whatever the case, under the first spelling', () => {
  expect(tagsOf(['OSDI'], ['osdi', 'Osdi'])).toEqual([
    [
      'osdi',
      {
        name: 'OSDI',
        permalink: '/tags/osdi/',
        notes: ['n0', 'n1'],
        children: [],
        count: 2,
        ...alone,
      },
    ],
  ]);
});

test('tags above a nested tag have pages that count what is below them', () => {
  expect(tagsOf(['Paper/OSDI/2006'], ['paper/SOSP', 'paper/osdi'], ['paper'])).toEqual([
    [
      'paper',
      {
        name: 'paper',
        permalink: '/tags/paper/',
        notes: ['n2'],
        children: ['paper/osdi', 'paper/sosp'],
        count: 3,
        ...alone,
      },
    ],
    [
      'paper/osdi',
      {
        name: 'paper/osdi',
        permalink: '/tags/paper/osdi/',
        notes: ['n1'],
        children: ['paper/osdi/2006'],
        count: 2,
        ...alone,
      },
    ],
    [
      'paper/osdi/2006',
      {
        name: 'Paper/OSDI/2006',
        permalink: '/tags/paper/osdi/2006/',
        notes: ['n0'],
        children: [],
        count: 1,
        ...alone,
      },
    ],
    [
      'paper/sosp',
      {
        name: 'paper/SOSP',
        permalink: '/tags/paper/sosp/',
        notes: ['n1'],
        children: [],
        count: 1,
        ...alone,
      },
    ],
  ]);
});

test('notes are in order of their titles', () => {
  const notes = [
    { id: 'b', note: obsidianNote('Zebra', { tags: ['t'] }), targets: [] },
    { id: 'a', note: logseqPage('Ant', { tags: ['t'] }), targets: [] },
  ];
  expect(collectTags(notes).get('t')?.notes).toEqual(['a', 'b']);
});

test('odd tags have addresses of their own', () => {
  const permalinks = tagsOf(['c', 'c#', '共识', '🌱/a b', '#', '/']).map(
    ([, { permalink }]) => permalink,
  );
  expect(permalinks).toEqual([
    '/tags/c/',
    '/tags/c-sharp/',
    '/tags/共识/',
    '/tags/🌱/',
    '/tags/🌱/a-b/',
  ]);
});

test('a note that only links to a tag is on its page, too', () => {
  const notes = [
    { id: 'a', note: obsidianNote('A', { tags: ['t'] }), targets: [] },
    {
      id: 'b',
      note: logseqPage('B', { links: [pageLink('t')] }),
      targets: [{ kind: 'tag', tag: 't' } as const],
    },
  ];
  expect(collectTags(notes).get('t')?.notes).toEqual(['a', 'b']);
});

test('the keys of tags hold those above them', () => {
  const notes = [{ note: obsidianNote('A', { tags: ['Paper/OSDI', '共识'] }) }];
  expect([...tagKeys(notes)]).toEqual(['paper/osdi', 'paper', '共识']);
});

test('in a Logseq graph the page of a tag’s name is the tag’s page, and the old address leads there', () => {
  const pages = [
    logseqPage('Bar', { aliases: ['Tavern'] }),
    logseqPage('A', { tags: ['bar'] }),
    logseqPage('B', { tags: ['tavern'] }),
  ];
  const garden = resolveGarden(pages, [], [logseqGraph()], policy);
  expect([...garden.tags.values()]).toEqual([
    {
      name: 'bar',
      permalink: '/bar/',
      notes: ['a'],
      children: [],
      count: 1,
      pages: [],
      note: 'bar',
      redirect: '/tags/bar/',
    },
    {
      name: 'tavern',
      permalink: '/bar/',
      notes: ['b'],
      children: [],
      count: 1,
      pages: [],
      note: 'bar',
      redirect: '/tags/tavern/',
    },
  ]);
  expect(garden.redirects.get('/tags/bar/')).toBe('/bar/');
});

test('an Obsidian tag keeps its page, which knows the note of its name', () => {
  const notes = [obsidianNote('Bar'), obsidianNote('A', { tags: ['bar'] })];
  const garden = resolveGarden(notes, [], [obsidianVault()], policy);
  expect(garden.tags.get('bar')).toMatchObject({
    permalink: '/tags/bar/',
    note: 'bar',
    redirect: '',
  });
});

test('a tag that is the parent of a namespace is one page with what is below it', () => {
  const pages = [logseqPage('foo/child'), logseqPage('A', { tags: ['Foo'] })];
  const garden = resolveGarden(pages, [], [logseqGraph()], policy);
  expect([...garden.ghosts.keys()]).toEqual([]);
  expect(garden.tags.get('foo')?.pages).toEqual(['foo/child']);
  expect(garden.notes.get('foo/child')?.ancestors).toEqual([
    { title: 'foo', id: null, tag: 'foo' },
  ]);
});

test('journals with a tag come first, the newest before the others, whatever their titles', () => {
  const tags = ['til'];
  const notes = [
    logseqPage('Alpha', { tags }),
    logseqJournal('2026-03-02', 'Mon, 2026/03/02', { tags }),
    logseqJournal('2026-03-06', 'Fri, 2026/03/06', { tags }),
    logseqJournal('2026-03-03', 'Tue, 2026/03/03', { tags }),
  ];
  const { tags: found } = resolveGarden(notes, [], [logseqGraph()], policy);
  expect(found.get('til')?.notes).toEqual([
    'journals/2026-03-06',
    'journals/2026-03-03',
    'journals/2026-03-02',
    'alpha',
  ]);
});

test('in Logseq a tag that is a day is its journal, and a slash in it separates nothing', () => {
  const day = 'Mon, 2026/03/02';
  const garden = resolveGarden(
    [logseqJournal('2026-03-02', day), logseqPage('A', { tags: [day] })],
    [],
    [logseqGraph({ journalFormats: ['EEE, yyyy/MM/dd'] })],
    policy,
  );
  expect([...garden.tags.values()]).toMatchObject([
    { name: day, permalink: '/journals/2026-03-02/', notes: ['a'], note: 'journals/2026-03-02' },
  ]);
});
