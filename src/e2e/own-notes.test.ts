/** The garden's own notes, as its readers find them: whole, closed and linked. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

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

let folder = '';
let report: Report;
let graph: Graph;

/** Imports into a copy of what the build wrote and drew: other tests read the build's. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-notes-'));
  const [garden, cache] = [join(folder, 'garden'), join(folder, 'cache')];
  const isOfOthers = (path: string) => /^(?:astro|test)\b/.test(relative('.cache', path));
  await cp('.garden', garden, { recursive: true });
  await cp('.cache', cache, { recursive: true, filter: (path) => !isOfOthers(path) });
  const options = ['scripts/import.ts', '--strict', '--report', 'json'];
  const env = { ...process.env, GARDEN_DIR: garden, GARDEN_CACHE: cache };
  const output = execFileSync(process.execPath, options, { env });
  report = JSON.parse(output.toString('utf8')) as Report;
  graph = JSON.parse(await readFile(join(garden, 'graph.json'), 'utf8')) as Graph;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
