import { expect, test } from 'vitest';
import type { NearNotes } from '../near-note.ts';
import type { NoteSummary } from '../page.ts';
import { linkedPoints } from './graph-data.ts';
import { nearNotes } from './near-notes.ts';

function summary(id: string, more: Partial<NoteSummary> = {}): NoteSummary {
  return {
    ...{ id, kind: 'note', title: id.toUpperCase(), permalink: `/${id}/`, path: `${id}.md` },
    ...{ lang: 'en', aliases: [], tags: [], journal: null, created: '', modified: '' },
    ...{ description: '', backlinks: 0, ...more },
  };
}

/** Notes by id with the ids that each links to. */
function linksOf(links: Readonly<Record<string, readonly string[]>>) {
  const notes = Object.entries(links).map(([id, ends]) => ({
    id,
    links: ends.map((to) => ({ to })),
  }));
  return { notes };
}

const notes = [
  summary('a'),
  summary('b'),
  summary('c', { kind: 'journal', lang: 'zh' }),
  summary('lone'),
  summary('g', { kind: 'ghost' }),
];
const links = linksOf({ a: ['b', 'c', 'g'], b: ['c'], c: ['b'] });

test('a note has what it is linked with by kind; ghosts have no graph of their own', () => {
  const b = { title: 'B', permalink: '/b/', lang: 'en' };
  const c = { title: 'C', permalink: '/c/', lang: 'zh' };
  const a = { title: 'A', permalink: '/a/', lang: 'en' };
  const g = { title: 'G', permalink: '/g/', lang: 'en', isGhost: true };
  expect(Object.fromEntries(nearNotes(linkedPoints(notes, links)))).toEqual({
    a: { groups: { out: [b, c, g] } },
    b: { groups: { both: [c], in: [a] } },
    c: { groups: { both: [b], in: [a] } },
    lone: { groups: {} },
  } satisfies Record<string, NearNotes>);
});

test('a translation has the graph of the note that stands for it', () => {
  const near = nearNotes(linkedPoints([...notes, summary('yi', { translationOf: 'b' })], links));
  expect(near.get('yi')).toEqual(near.get('b'));
});

test('a note in a namespace has its last part for a name', () => {
  const inside = summary('mit/raft', { title: 'mit/raft', ancestors: ['mit'] });
  const near = nearNotes(linkedPoints([summary('a'), inside], linksOf({ a: ['mit/raft'] })));
  expect(near.get('a')?.groups.out).toEqual([
    { title: 'mit/raft', permalink: '/mit/raft/', lang: 'en', name: 'raft' },
  ]);
});

test('of very many of one kind the best linked are kept, and the others counted', () => {
  const many = Array.from({ length: 30 }, (_, i) => summary(`n${i}`));
  const ends = many.slice(1).map(({ id }) => id);
  const near = nearNotes(linkedPoints(many, linksOf({ n0: ends, n28: ['n29'] }))).get('n0');
  expect(near?.groups.out?.map(({ title }) => title).slice(0, 3)).toEqual(['N28', 'N29', 'N1']);
  expect([near?.groups.out?.length, near?.more]).toEqual([6, { out: 23 }]);
});
