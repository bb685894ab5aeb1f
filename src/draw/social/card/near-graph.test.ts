import { expect, test } from 'vitest';
import type { Garden } from '../../../garden/garden.ts';
import type { Note } from '../../../garden/note.ts';
import {
  logseqGraph,
  logseqPage,
  pageLink,
  policy,
} from '../../../garden/resolve/fixtures/notes.ts';
import { resolveGarden } from '../../../garden/resolve/resolve-garden.ts';
import { LinksOfNotes, layOutGraph } from './near-graph.ts';

function gardenOf(...notes: Note[]): Garden {
  return resolveGarden(notes, [], [logseqGraph()], policy);
}

function note(name: string, ...links: string[]): Note {
  return logseqPage(name, { links: links.map((link) => pageLink(link)) });
}

test('the graph of a note holds what it links to, what links to it, and their links', () => {
  const links = new LinksOfNotes(
    gardenOf(note('A', 'B', 'Unwritten', 'A'), note('B', 'C', 'B'), note('C', 'A'), note('D', 'B')),
  );
  // In order of id: a, then b, c, unwritten.
  expect(links.near('a')).toEqual({
    points: ['self', 'note', 'note', 'ghost'],
    lines: [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
    ],
  });
});

test('a private note is no point, and a link to it no line', () => {
  const secret = logseqPage('B', { visibility: 'private', links: [pageLink('A')] });
  const links = new LinksOfNotes(gardenOf(note('A', 'B', 'C', 'D', 'E'), secret));
  expect(links.near('a')).toEqual({
    points: ['self', 'ghost', 'ghost', 'ghost'],
    lines: [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
  });
});

test('fewer than three neighbours are no graph, so that pictures with and without them are one', () => {
  const links = new LinksOfNotes(gardenOf(note('A', 'B', 'C'), note('B')));
  expect(links.near('a')).toEqual({ points: [], lines: [] });
  expect(links.ofSite()).toEqual({ points: [], lines: [] });
});

test('the graph of the garden begins with the note that is linked most', () => {
  const links = new LinksOfNotes(
    gardenOf(note('A', 'B'), note('B'), note('C', 'B'), note('D', 'B')),
  );
  expect(links.ofSite()).toEqual({
    points: ['note', 'note', 'note', 'note'],
    lines: [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
  });
});

test('a note with many links shows twenty points', () => {
  const names = Array.from({ length: 50 }, (_, index) => `N${index}`);
  const links = new LinksOfNotes(gardenOf(note('A', ...names), ...names.map((name) => note(name))));
  expect(links.near('a').points).toHaveLength(20);
});

test('points are apart, within the radius, and the same each time', () => {
  const points = ['self', ...Array.from({ length: 11 }, () => 'note' as const)] as const;
  const graph = { points, lines: points.slice(1).map((_, index) => [0, index + 1] as const) };
  const places = layOutGraph(graph, 100);
  expect(layOutGraph(graph, 100)).toEqual(places);
  expect(Math.max(...places.map(({ x, y }) => Math.hypot(x, y)))).toBeCloseTo(100);
  const distances = places.flatMap((a, index) => {
    return places.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y));
  });
  expect(Math.min(...distances)).toBeGreaterThan(17);
});
