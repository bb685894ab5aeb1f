import { expect, test } from 'vitest';
import type { Note } from '../note.ts';
import {
  heading,
  logseqGraph,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  wikiLink,
} from '../resolve/fixtures/notes.ts';
import { resolveGarden } from '../resolve/resolve-garden.ts';
import { graphJson, graphRecord } from './graph-json.ts';

function linksOf(id: string, ...notes: Note[]): unknown {
  const garden = resolveGarden(notes, [], [logseqGraph(), obsidianVault()], policy);
  const graph = JSON.parse(graphJson(graphRecord(garden))) as {
    notes: { id: string; links: unknown }[];
  };
  return graph.notes.find((note) => note.id === id)?.links;
}

test('links lead to notes and ghosts; what the program does not count is no link', () => {
  const links = [
    pageLink('b', { line: 2 }),
    pageLink('Ghost', { line: 3 }),
    pageLink('b', { line: 4, uncounted: true }),
  ];
  expect(linksOf('a', logseqPage('a', { links }), logseqPage('b'))).toEqual([
    { to: 'b', fragment: '', line: 2 },
    { to: 'ghost', fragment: '', line: 3 },
  ]);
});

test('the id of a heading does not spell the name of a private note', () => {
  const named = obsidianNote('Named', {
    headings: [{ ...heading('About Zebra'), line: 4 }],
    links: [wikiLink('Zebra', { line: 4 })],
  });
  const linking = obsidianNote('Linking', { links: [wikiLink('Named#About Zebra')] });
  const secret = obsidianNote('Zebra', { visibility: 'private' });
  expect(linksOf('linking', secret, named, linking)).toEqual([
    { to: 'named', fragment: 'section-1', line: 1 },
  ]);
});
