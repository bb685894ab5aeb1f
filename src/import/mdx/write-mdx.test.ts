import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mdxFile } from '../../garden/record-files.ts';
import { policy } from '../../garden/resolve/fixtures/notes.ts';
import { noProgress } from '../../system/progress.ts';
import { GardenImport } from '../import-garden.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-mdx-'));
  await mkdir(join(folder, 'notes/.obsidian'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Imports these notes; the places of its diagnostics, and the modules by the ids of notes. */
async function imported(files: Readonly<Record<string, string>>, mdx = true) {
  const [notes = '', out = '', cache = ''] = ['notes', 'out', 'cache'].map((name) => {
    return join(folder, name);
  });
  for (const [path, text] of Object.entries(files)) await writeFile(join(notes, path), text);
  const settings = { policy: { ...policy, publish: 'all' as const }, mdx };
  const report = await new GardenImport({ notes, out, cache }, settings).run(noProgress);
  return {
    found: report.diagnostics.map(({ code, path, line }) => `${path}:${line} ${code}`),
    modules: await readdir(join(out, 'mdx')).catch(() => []),
    module: (id: string) => readFile(join(out, mdxFile(id)), 'utf8'),
  };
}

test('no code of a note runs unless the owner turns MDX on', async () => {
  const { found, modules } = await imported({ 'Open.mdx': '{process.exit(1)}' }, false);
  expect([found, modules]).toEqual([['Open.mdx:1 mdx-off'], []]);
});

test('neither comments nor names of private notes inside of elements reach the page', async () => {
  const { module } = await imported({
    'Zebra.md': '---\nprivate: true\n---\n# Costs\n',
    'Open.mdx':
      '{1}\n\nOpen %%hidden%%\n\n<div>[[Zebra#Costs]] and [x](Zebra.md)</div>\n\n<Fragment slot="[[Zebra]]">[[Zebra]]</Fragment>\n\n%%\nhidden\n%%\n',
  });
  const text = await module('open');
  expect(text).toContain('unpublished note');
  expect(text).not.toMatch(/zebra|hidden/i);
});

test('a note that cannot be compiled costs its module, and gets it when it is mended', async () => {
  const first = await imported({
    'Open.mdx': 'a\n\n<Gone />\n',
    'Bad.mdx': 'a {',
    'Lib.mdx': 'import a from "no-such-package"\n\n{a}\n',
  });
  expect([first.found, first.modules]).toEqual([
    ['Bad.mdx:1 invalid-mdx', 'Lib.mdx:1 invalid-mdx', 'Open.mdx:3 invalid-mdx'],
    [],
  ]);
  const mended = await imported({
    'Lib.mdx': 'import { parse } from "acorn"\n\n{parse}\n',
    'Open.mdx': 'export const Gone = () => 1\n\n<Gone />\n',
  });
  expect(mended.found).toEqual(['Bad.mdx:1 invalid-mdx']);
  expect(mended.modules).toHaveLength(2);
  const off = await imported({}, false);
  expect(off.modules).toEqual([]);
});
