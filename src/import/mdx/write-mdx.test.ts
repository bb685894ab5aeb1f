import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readObsidianVault } from '../../garden/parse/obsidian/vault/vault.ts';
import { parseNote } from '../../garden/parse/parse-note.ts';
import { policy } from '../../garden/resolve/fixtures/notes.ts';
import { resolveGarden } from '../../garden/resolve/resolve-garden.ts';
import { decodeText, listFiles, readBytes } from '../../system/disk.ts';
import { type PreparedMdx, prepareMdxNotes, writeMdx } from './write-mdx.ts';

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'garden-mdx-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

/** All that is written for these notes, as one text. */
async function written(files: Readonly<Record<string, string>>): Promise<string> {
  await write(files, true);
  const found = await listFiles(join(out, 'mdx'));
  const texts = found.map(async ({ location }) => decodeText(await readBytes(location)).text);
  return (await Promise.all(texts)).join('\n');
}

interface Written extends PreparedMdx {
  readonly files: ReadonlySet<string>;
}

async function write(files: Readonly<Record<string, string>>, mdx: boolean): Promise<Written> {
  const vault = readObsidianVault('', { app: null, publish: null }, []);
  const sources = Object.entries(files).map(([path, source]) => ({ path, source, vault }));
  const notes = sources.map((source) => parseNote(source, vault).note);
  const garden = resolveGarden(notes, [], [vault], policy);
  const prepared = prepareMdxNotes(garden, sources, { notes: out, mdx });
  const pictures = () => ({});
  return { ...prepared, files: await writeMdx(garden, prepared, { out, pictures }) };
}

test('no code of a note runs unless the owner turns MDX on', async () => {
  const { sources, files, diagnostics } = await write({ 'Open.mdx': '{process.exit(1)}' }, false);
  expect([sources.size, files.size, await readdir(out)]).toEqual([0, 0, []]);
  expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['mdx-off', 'Open.mdx']]);
});

test('a link of an MDX note to a private one is replaced by words', async () => {
  const text = await written({
    'Zebra.md': '---\nprivate: true\n---\n',
    'Kafka.md': 'A log.',
    'Open.mdx':
      '---\nrelated: "[[Zebra]]"\n---\nSee [[Zebra]], [[Zebra|$& our plan]], [a file](Zebra.md), [[Kafka]].\n\n## On [[Zebra]]\n',
  });
  expect(text).toContain('See unpublished note, $& our plan, a file, [[Kafka]].');
  expect(text).toContain('"[[Kafka]]":{"href":"/kafka/","label":"Kafka"}');
  expect(text).not.toMatch(/zebra/i);
});

test('neither comments nor names of private notes inside of elements reach the page', async () => {
  const text = await written({
    'Zebra.md': '---\nprivate: true\n---\n# Costs\n',
    'Open.mdx':
      'Open %%hidden%%\n\n<div>[[Zebra#Costs]] and [x](Zebra.md)</div>\n\n`[[ -n $a ]]` %%\nhidden\n%%\n',
  });
  expect(text).toContain('<div>unpublished note and [x](unpublished note)</div>\n\n`[[ -n $a ]]`');
  expect(text).not.toMatch(/zebra|hidden/i);
});
