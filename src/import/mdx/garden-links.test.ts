import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@mdx-js/mdx';
import remarkWikiLink from 'remark-wiki-link';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readObsidianVault } from '../../garden/parse/obsidian/vault/vault.ts';
import { parseNote } from '../../garden/parse/parse-note.ts';
import { mdxFile } from '../../garden/record-files.ts';
import { policy } from '../../garden/resolve/fixtures/notes.ts';
import { resolveGarden } from '../../garden/resolve/resolve-garden.ts';
import { readBytes } from '../../system/disk.ts';
import { gardenLinks } from './garden-links.ts';
import { prepareMdxNotes, writeMdx } from './write-mdx.ts';

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'garden-links-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

/** The links, spans and pictures of an MDX note, as @astrojs/mdx gets them. */
async function compiled(source: string): Promise<string[]> {
  const vault = readObsidianVault('', { app: null, publish: null }, []);
  const files = { 'Open.mdx': source, 'Plans/Kafka log.md': '# Head\n\nA log.' };
  const sources = Object.entries(files).map(([path, text]) => ({ path, source: text, vault }));
  const notes = sources.map((each) => parseNote(each, vault).note);
  const garden = resolveGarden(notes, [{ path: 'a b.png', digest: '1' }], [vault], policy);
  const prepared = prepareMdxNotes(garden, sources, { notes: out, mdx: true });
  await writeMdx(garden, prepared, { out, pictures: () => ({}) });
  const path = join(out, `${mdxFile('open')}.mdx`);
  const links = [[remarkWikiLink, { aliasDivider: '|' }], gardenLinks];
  const module = await compile(
    { path, value: await readBytes(path) },
    { jsx: true, remarkPlugins: links as never },
  );
  const parts = /<_components\.(?:a|span|img)[^>]*>/g;
  return [...String(module).matchAll(parts)].map(([tag]) => tag.replace('_components.', ''));
}

test('a Markdown link leads to the note that it names by its path, and what has no note is a span', async () => {
  expect(
    await compiled(
      '[a](Plans/Kafka%20log.md) [b](Plans/Kafka%20log.md#Head) [c](gone.md) [d](https://a.example)\n',
    ),
  ).toEqual([
    '<a href="/plans/kafka-log/" className="note-link">',
    '<a href="/plans/kafka-log/#head" className="note-link">',
    '<span className="unresolved">',
    '<a href="https://a.example">',
  ]);
});

test('a picture that is named by its path has the address of its file', async () => {
  expect(await compiled('![one](a%20b.png)\n')).toEqual([
    '<img src="/assets/a-b.png" alt="one" />',
  ]);
});
