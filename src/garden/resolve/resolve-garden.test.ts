import { expect, test } from 'vitest';
import type { Note } from '../note.ts';
import {
  logseqGraph,
  logseqJournal,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  wikiLink,
} from './fixtures/notes.ts';
import { resolveGarden } from './resolve-garden.ts';

const vaults = [logseqGraph(), obsidianVault()];

function gardenOf(...notes: Note[]) {
  return resolveGarden(notes, [], vaults, policy);
}

test('the notes of both dialects link to each other and see who links to them', () => {
  const toGfs = pageLink('GFS');
  const toKafka = wikiLink('Kafka');
  const garden = gardenOf(
    obsidianNote('Systems/Kafka', { links: [toGfs] }),
    logseqPage('mit/6.824/GFS', { aliases: ['GFS'], links: [toKafka] }),
  );
  expect(garden.notes.get('systems/kafka')).toMatchObject({
    permalink: '/systems/kafka/',
    targets: [{ kind: 'note', id: 'mit/6.824/gfs', fragment: '' }],
    backlinks: [{ from: 'mit/6.824/gfs', link: toKafka, fragment: '' }],
  });
  expect(garden.notes.get('mit/6.824/gfs')).toMatchObject({
    targets: [{ kind: 'note', id: 'systems/kafka', fragment: '' }],
    backlinks: [{ from: 'systems/kafka', link: toGfs, fragment: '' }],
  });
});

test('the same notes in any order give the same garden', () => {
  const notes = [
    logseqPage('b', { links: [pageLink('Ghost'), pageLink('a')], tags: ['Tag'] }),
    logseqPage('B', { path: 'logseq/pages/B2.md', links: [pageLink('ghost')], tags: ['tag'] }),
    obsidianNote('x/Same', { aliases: ['a'] }),
    obsidianNote('y/Same', { aliases: ['a'], links: [wikiLink('Same'), wikiLink('Nowhere')] }),
    logseqJournal('2021-01-03', 'Jan 3rd, 2021', { links: [pageLink('2021-01-04')] }),
    obsidianNote('z', { links: [wikiLink('P.png')], text: 'Same' }),
  ];
  const assets = ['x/p.PNG', 'x/p.png'].map((path) => ({ path: `obsidian/${path}`, digest: '' }));
  const garden = resolveGarden(notes, assets, vaults, policy);
  const reversed = resolveGarden(
    notes.toReversed(),
    assets.toReversed(),
    vaults.toReversed(),
    policy,
  );
  expect(reversed).toEqual(garden);
  expect([...reversed.notes.keys()]).toEqual([...garden.notes.keys()]);
  expect([...reversed.ghosts.keys()]).toEqual([...garden.ghosts.keys()]);
});

test('no notes give an empty garden', () => {
  const garden = resolveGarden([], [], [], policy);
  expect(garden).toMatchObject({ home: null, journals: [], diagnostics: [] });
  expect(garden.notes.size + garden.ghosts.size + garden.tags.size).toBe(0);
});

test('links are counted by what became of them', () => {
  const garden = gardenOf(
    logseqPage('a', {
      links: [pageLink('b'), pageLink('Nobody'), pageLink('', { kind: 'embed' })],
    }),
    logseqPage('b', { visibility: 'private' }),
    obsidianNote('c', { links: [wikiLink('missing'), wikiLink('a')], tags: ['t/u'] }),
    obsidianNote('d/a'),
  );
  expect(garden.counts).toEqual({
    notes: 4,
    private: 1,
    unpublished: 0,
    links: { total: 5, resolved: 2, ghost: 1, unresolved: 1, ambiguous: 0 },
    embeds: 1,
    tags: 2,
    diagrams: 0,
  });
});

test('a note without words is in the language of the site', () => {
  const notes = [logseqPage('A', { lang: '' }), logseqPage('B', { lang: 'de' })];
  const garden = resolveGarden(notes, [], vaults, { ...policy, lang: 'zh' });
  expect([...garden.notes.values()].map(({ note }) => note.lang)).toEqual(['zh', 'de']);
});
