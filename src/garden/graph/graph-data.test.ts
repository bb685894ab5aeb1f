import { expect, test } from 'vitest';
import type { NoteSummary } from '../page.ts';
import { graphData } from './graph-data.ts';

function note(id: string, kind: NoteSummary['kind'], more: Partial<NoteSummary> = {}): NoteSummary {
  return {
    id,
    title: id.toUpperCase(),
    permalink: `/${id}/`,
    kind,
    path: '',
    lang: 'en',
    aliases: [],
    tags: [],
    journal: null,
    created: '',
    modified: '',
    description: '',
    backlinks: 0,
    ...more,
  };
}

test('a pair of notes is joined once, unlinked ghosts stay out, addresses carry the base', () => {
  const summaries = [
    note('a', 'note', { tags: ['X'], ancestors: ['deep', 'deeper'] }),
    note('b', 'note', { tags: ['x'] }),
    note('g', 'ghost'),
    note('lone', 'ghost'),
  ];
  const graph = {
    notes: [
      { id: 'a', tags: [], links: [{ to: 'b' }, { to: 'b' }, { to: 'a' }, { to: 'g' }] },
      { id: 'b', tags: [], links: [{ to: 'a' }, { to: 'elsewhere' }] },
    ],
  };
  const tags = [{ name: 'x', title: 'x', permalink: '/tags/x/', count: 1, depth: 0, feeds: '' }];
  expect(graphData(summaries, graph, tags, (permalink) => `/garden${permalink}`)).toEqual({
    notes: [
      ['A', '/garden/a/', 0, [0], 1],
      ['B', '/garden/b/', 0, [0], 0],
      ['G', '/garden/g/', 2, [], 0],
    ],
    tags: [['X', '/garden/tags/x/']],
    folders: ['', 'deep'],
    links: [0, 1, 0, 2],
  });
});
