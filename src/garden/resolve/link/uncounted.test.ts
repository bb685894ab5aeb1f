/** References that a program shows and does not count: in Logseq, those out of macros and clozes. */
import { expect, test } from 'vitest';
import {
  block,
  logseqGraph,
  logseqPage,
  pageLink,
  policy,
  tagLink,
  wikiLink,
} from '../fixtures/notes.ts';
import { answerQuery } from '../query/answer-query.ts';
import { resolveGarden } from '../resolve-garden.ts';

const uncounted = { uncounted: true } as const;
const links = [
  pageLink('Kafka', uncounted),
  pageLink('Nobody/Wrote', uncounted),
  pageLink('paper', uncounted),
  tagLink('paper', uncounted),
  tagLink('no tag', uncounted),
  pageLink('Kafka', { ...uncounted, kind: 'embed' }),
];
const garden = resolveGarden(
  [
    logseqPage('Kafka'),
    logseqPage('Raft', { tags: ['paper'] }),
    logseqPage('Open', {
      links,
      blocks: [block('all', { links: links.map((_, index) => index) })],
    }),
  ],
  [],
  [logseqGraph()],
  policy,
);

test('they lead to existing pages', () => {
  expect(garden.notes.get('open')?.targets).toEqual([
    { kind: 'note', id: 'kafka', fragment: '' },
    { kind: 'unresolved' },
    { kind: 'tag', tag: 'paper' },
    { kind: 'tag', tag: 'paper' },
    { kind: 'unresolved' },
    { kind: 'note', id: 'kafka', fragment: '' },
  ]);
});

test('they make no backlink, ghost, place on a tag page, count or diagnostic', () => {
  expect(garden.notes.get('kafka')?.backlinks).toEqual([]);
  expect(garden.ghosts.size).toBe(0);
  expect(garden.tags.get('paper')?.notes).toEqual(['raft']);
  expect(garden.counts).toMatchObject({
    links: { total: 0, resolved: 0, ghost: 0, unresolved: 0, ambiguous: 0 },
    embeds: 0,
  });
  expect(garden.diagnostics).toEqual([]);
});

test('queries for what refers to a page do not find them', () => {
  const find = (of: 'notes' | 'blocks') =>
    answerQuery(
      garden,
      {
        of,
        filter: { op: 'link', name: 'Kafka' },
        sort: [],
        limit: null,
        sample: null,
        group: null,
        view: 'list',
        columns: [],
      },
      'raft',
    ).map(({ id }) => id);
  expect([...find('notes'), ...find('blocks')]).toEqual([]);
});

test('a ghost that another link makes is where they lead', () => {
  const both = resolveGarden(
    [
      logseqPage('a', { links: [pageLink('Ghost', uncounted)] }),
      logseqPage('b', { links: [pageLink('Ghost')] }),
    ],
    [],
    [logseqGraph()],
    policy,
  );
  expect(both.notes.get('a')?.targets).toEqual([{ kind: 'ghost', id: 'ghost' }]);
  expect(both.ghosts.get('ghost')?.backlinks.map(({ from }) => from)).toEqual(['b']);
});

test('a missing file is reported all the same', () => {
  const lost = wikiLink('../assets/gone.png', { ...uncounted, kind: 'embed' });
  const { diagnostics } = resolveGarden(
    [logseqPage('a', { links: [lost] })],
    [],
    [logseqGraph()],
    policy,
  );
  expect(diagnostics).toHaveLength(1);
});
