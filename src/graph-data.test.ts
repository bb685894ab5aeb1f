import { expect, test, vi } from 'vitest';
import type { NoteSummary } from './garden/page.ts';
import { graphData } from './graph-data.ts';

function note(id: string, kind: NoteSummary['kind'], tags: readonly string[] = []): NoteSummary {
  return {
    id,
    title: id.toUpperCase(),
    permalink: `/${id}/`,
    kind,
    path: '',
    lang: 'en',
    aliases: [],
    tags,
    journal: null,
    created: '',
    modified: '',
    description: '',
    backlinks: 0,
  };
}

test('a pair of notes is joined once, unlinked ghosts stay out, addresses carry the base', () => {
  vi.stubEnv('BASE_URL', '/garden/');
  const summaries = [
    note('a', 'note', ['x']),
    note('b', 'note'),
    note('g', 'ghost'),
    note('lone', 'ghost'),
  ];
  const graph = {
    notes: [
      { id: 'a', tags: [], links: [{ to: 'b' }, { to: 'b' }, { to: 'a' }, { to: 'g' }] },
      { id: 'b', tags: [], links: [{ to: 'a' }, { to: 'elsewhere' }] },
    ],
  };
  expect(graphData(summaries, graph)).toEqual({
    notes: [
      ['A', '/garden/a/', 0, [0]],
      ['B', '/garden/b/', 0, []],
      ['G', '/garden/g/', 2, []],
    ],
    tags: ['x'],
    links: [0, 1, 0, 2],
  });
  vi.unstubAllEnvs();
});
