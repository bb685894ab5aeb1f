import { expect, test } from 'vitest';
import type { Note } from '../../note.ts';
import {
  logseqGraph,
  logseqJournal,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  wikiLink,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function gardenOf(...notes: Note[]) {
  return resolveGarden(notes, [], [logseqGraph(), obsidianVault()], policy);
}

/** Address and title of every ghost. */
function ghosts(...notes: Note[]): string[][] {
  return [...gardenOf(...notes).ghosts.values()].map(({ permalink, title }) => [permalink, title]);
}

test('a name without a note is a ghost in its first spelling, whoever links to it', () => {
  const first = pageLink('Byzantine Fault');
  const second = pageLink('byzantine fault', { line: 4 });
  const garden = gardenOf(
    logseqPage('a', { links: [first] }),
    logseqPage('b', { links: [second] }),
    obsidianNote('c', { links: [wikiLink('Byzantine fault')] }),
  );
  expect([...garden.ghosts.values()]).toEqual([
    {
      id: 'byzantine-fault',
      permalink: '/byzantine-fault/',
      title: 'Byzantine Fault',
      backlinks: [
        { from: 'a', link: first, fragment: '' },
        { from: 'b', link: second, fragment: '' },
        { from: 'c', link: wikiLink('Byzantine fault'), fragment: '' },
      ],
      children: [],
      ancestors: [],
    },
  ]);
  expect(garden.diagnostics).toEqual([]);
});

test('an Obsidian link alone makes no ghost', () => {
  expect(ghosts(obsidianNote('a', { links: [wikiLink('Nobody')] }))).toEqual([]);
});

test('pages above a page of a namespace are ghosts, too', () => {
  expect(
    ghosts(logseqPage('a/b/c'), logseqPage('A'), logseqPage('x', { links: [pageLink('y/z')] })),
  ).toEqual([
    ['/a/b/', 'a/b'],
    ['/y/', 'y'],
    ['/y/z/', 'y/z'],
  ]);
});

test('a day without a journal is a ghost at its date, titled as the graph writes dates', () => {
  expect(
    ghosts(logseqPage('a', { links: [pageLink('2021-01-04'), pageLink('Jan 4th, 2021')] })),
  ).toEqual([['/journals/2021-01-04/', 'Jan 4th, 2021']]);
});

test('addresses and paths have no pages above them', () => {
  const links = ['https://example.org/a/b', '../assets/gone', './x/y'].map((name) =>
    pageLink(name),
  );
  expect(ghosts(logseqPage('a', { links })).map(([, title]) => title)).toEqual([
    'https://example.org/a/b',
  ]);
});

test('a journal in a format with slashes is in no namespace', () => {
  const journal = logseqJournal('2021-01-01', 'Fri, 2021/01/01');
  expect(ghosts(journal)).toEqual([]);
  expect(gardenOf(journal).notes.get('journals/2021-01-01')?.ancestors).toEqual([]);
});

test('a day without a journal is in no namespace either, whatever the format of the graph', () => {
  const graph = logseqGraph({ journalFormats: ['yyyy/MM/dd'] });
  const page = logseqPage('a', { links: [pageLink('2021/01/04')] });
  const { ghosts: found } = resolveGarden([page], [], [graph], policy);
  expect([...found.values()].map(({ permalink, title }) => [permalink, title])).toEqual([
    ['/journals/2021-01-04/', '2021/01/04'],
  ]);
});
