import { expect, test } from 'vitest';
import { logseqPage, obsidianNote, pageLink } from '../fixtures/notes.ts';
import { collectTags, tagKeys } from './tags.ts';

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
      { name: 'OSDI', permalink: '/tags/osdi/', notes: ['n0', 'n1'], children: [], count: 2 },
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
      },
    ],
    [
      'paper/sosp',
      { name: 'paper/SOSP', permalink: '/tags/paper/sosp/', notes: ['n1'], children: [], count: 1 },
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
    '/tags/c-2/',
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
