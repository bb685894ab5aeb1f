/** The garden's own notes, as its readers find them: whole, closed and linked. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';

interface Report {
  readonly notes: number;
  readonly diagnostics: readonly { readonly severity: string; readonly path: string }[];
}

interface Graph {
  readonly notes: readonly {
    readonly title: string;
    readonly tags: readonly string[];
    readonly journal: string | null;
    readonly backlinks: readonly string[];
  }[];
  readonly ghosts: readonly { readonly id: string; readonly backlinks: readonly string[] }[];
}

let report: Report;
let graph: Graph;

beforeAll(async () => {
  const output = execFileSync('node', ['scripts/import.ts', '--strict', '--report', 'json']);
  report = JSON.parse(output.toString('utf8')) as Report;
  graph = JSON.parse(await readFile('.garden/graph.json', 'utf8')) as Graph;
}, 120_000);

test('nothing in them is wrong or leads nowhere', () => {
  expect(report.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('every note but the journals is linked from at least two others', () => {
  const lonely = graph.notes.filter(({ journal, backlinks }) => {
    return journal === null && backlinks.length < 2;
  });
  expect(lonely.map(({ title }) => title)).toEqual([]);
});

test('every tag is used at least twice', () => {
  const uses = new Map<string, number>();
  for (const { tags } of graph.notes) {
    for (const tag of tags) uses.set(tag.toLowerCase(), (uses.get(tag.toLowerCase()) ?? 0) + 1);
  }
  expect([...uses].filter(([, count]) => count < 2).map(([tag]) => tag)).toEqual([]);
});

test('the only pages without a file are parents of namespaces', () => {
  const linked = graph.ghosts.filter(({ backlinks }) => backlinks.length > 0);
  expect(linked.map(({ id }) => id)).toEqual([]);
});
