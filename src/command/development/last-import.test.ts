/** Whether the next start of development finds that it can serve what the last one left. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatReport, type ImportReport } from '../../import/report.ts';
import { noProgress } from '../../system/progress.ts';
import { readInputs } from '../build-inputs.ts';
import { keepingImport, lastImport } from './last-import.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-last-import-'));
  await put('notes/A.md', 'one');
  await put('garden/index.json', '[]');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

const folders = () => ({
  notes: join(root, 'notes'),
  garden: join(root, 'garden'),
  cache: join(root, 'cache'),
  site: join(root, 'site'),
});
const report = {
  ...{ notes: 1, pages: 1, rendered: 1, private: 0, unpublished: 0, embeds: 0, tags: 0 },
  links: { total: 0, resolved: 0, ghost: 0, unresolved: 0, ambiguous: 0 },
  ...{ diagrams: 0, decisions: new Map(), diagnostics: [], ms: 1 },
  until: Number.POSITIVE_INFINITY,
} satisfies ImportReport;

/** Does what an import does: `during` is what happens meanwhile. */
async function runImport(
  given: Partial<ImportReport> = {},
  during: () => Promise<unknown> = async () => {},
): Promise<void> {
  await keepingImport(folders(), await readInputs(folders(), {}), async () => {
    await during();
    await put('garden/pages/a.json', '{}');
    return { ...report, ...given };
  });
}

async function known(): Promise<string | null> {
  const inputs = await readInputs(folders(), {});
  return (await lastImport(folders(), inputs, noProgress))?.text ?? null;
}

test('an import that nothing changed since is known, with what it told', async () => {
  expect(await known()).toBeNull();
  await runImport();
  expect(await known()).toBe(formatReport(report, 'text'));
});

test('what development serves besides the records may change', async () => {
  await runImport();
  await put('garden/development/diagnostics.json', '{}');
  expect(await known()).not.toBeNull();
});

test.for<readonly [string, () => Promise<unknown>]>([
  ['a note', () => put('notes/A.md', 'two')],
  ['a new note', () => put('notes/B.md', '')],
  ['a deleted note', () => rm(join(root, 'notes/A.md'))],
  ['the settings', () => put('notes/garden.yaml', 'title: Quay')],
  ['a record', () => put('garden/pages/a.json', '{"a":1}')],
])('after a change of %s nothing is served before it is imported', async ([, change]) => {
  await runImport();
  await change();
  expect(await known()).toBeNull();
});

test.for<readonly [string, Partial<ImportReport>, () => Promise<unknown>]>([
  ['whose time is over', { until: 1 }, async () => {}],
  ['during which a note changed', {}, () => put('notes/A.md', 'two')],
])('an import %s counts for nothing', async ([, given, during]) => {
  await runImport(given, during);
  expect(await known()).toBeNull();
});

test('an import that fails leaves nothing that counts', async () => {
  await runImport();
  await expect(runImport({}, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(await known()).toBeNull();
});
