import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Garden } from '../../garden/garden.ts';
import type { Note } from '../../garden/note.ts';
import { obsidianNote, obsidianVault, policy } from '../../garden/resolve/fixtures/notes.ts';
import { resolveGarden } from '../../garden/resolve/resolve-garden.ts';
import { withRelatedNotes } from './related-notes.ts';

let cache = '';
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'garden-related-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

const texts = ['leader election quorum', 'quorum leader lease', 'broker log', 'broker lease log'];

function gardenOf(texts: readonly string[]): Garden {
  const notes = texts.map((text, index): Note => obsidianNote(`N${index}`, { text }));
  return resolveGarden(notes, [], [obsidianVault()], policy);
}

async function relatedIn(garden: Garden, folder: string, count = 5) {
  const { related } = await withRelatedNotes(garden, { count, digests: new Map(), cache: folder });
  return related;
}

test('after an edit, a new note and a deleted one the answer is that of an empty cache', async () => {
  const series = [
    texts,
    texts.with(1, 'broker log compaction'),
    [...texts, 'leader broker'],
    texts.slice(1),
    texts,
  ];
  for (const [step, next] of series.entries()) {
    const fresh = await relatedIn(gardenOf(next), join(cache, `fresh${step}`));
    expect(await relatedIn(gardenOf(next), join(cache, 'warm'))).toEqual(fresh);
    expect(fresh?.size).toBeGreaterThan(0);
  }
});

test('another home page, which no page lists as related, is another answer', async () => {
  const garden = gardenOf(texts);
  const related = await relatedIn(garden, cache);
  expect(related?.get('n0')?.map(({ id }) => id)).toEqual(['n1']);
  const home = { ...garden, home: 'n1' };
  expect((await relatedIn(home, cache))?.get('n0')).toEqual(
    (await relatedIn(home, join(cache, 'fresh')))?.get('n0'),
  );
  expect((await relatedIn(home, cache))?.has('n0')).toBe(false);
});

test('damaged caches are made anew, and another count is another answer', async () => {
  const first = await relatedIn(gardenOf(texts), cache);
  for (const name of await readdir(cache)) await writeFile(join(cache, name), 'damaged');
  expect(await relatedIn(gardenOf(texts), cache)).toEqual(first);
  const one = await relatedIn(gardenOf(texts), cache, 1);
  expect([...(one ?? [])].map(([, notes]) => notes.length)).toEqual([1, 1, 1, 1]);
});

test('with 0 none are looked for', async () => {
  expect(await relatedIn(gardenOf(texts), cache, 0)).toBeUndefined();
  expect(await readdir(cache)).toEqual([]);
});
