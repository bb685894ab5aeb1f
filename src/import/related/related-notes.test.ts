import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Garden } from '../../garden/garden.ts';
import type { Note } from '../../garden/note.ts';
import {
  obsidianNote,
  obsidianVault,
  policy,
  wikiLink,
} from '../../garden/resolve/fixtures/notes.ts';
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
  const { related } = await withRelatedNotes(garden, {
    ...{ count, cache: folder, parsed: { notes: [], digests: new Map() } },
  });
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

const words = ['leader', 'quorum', 'lease', 'broker', 'Name1', 'Name2', 'Name3', '选举'];

/** What a note says: words, links, tags and names that some of them share. */
const draft = fc.record({
  words: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
  links: fc.array(fc.nat({ max: 22 }), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 1 }),
  exists: fc.nat({ max: 6 }).map((number) => number > 0),
});
type Draft = typeof draft extends fc.Arbitrary<infer Value> ? Value : never;

/** Names that are words by which notes are compared, and names that are none. */
function nameAt(index: number): string {
  return index < 4 ? `Name${index}` : String(1000 + index);
}

function gardenOfDrafts(drafts: readonly Draft[]): Garden {
  const notes = drafts.flatMap(({ words, links, tags, exists }, index) => {
    const to = links.map((target) => wikiLink(nameAt(target)));
    return exists ? [obsidianNote(nameAt(index), { text: words.join(' '), tags, links: to })] : [];
  });
  return resolveGarden(notes, [], [obsidianVault()], policy);
}

test('after any series of edits the answer is that of an empty cache', async () => {
  let run = 0;
  const drafts = fc.array(draft, { minLength: 20, maxLength: 20 });
  const edits = fc.array(fc.tuple(fc.nat({ max: 19 }), draft), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(drafts, edits, async (first, series) => {
      run += 1;
      let now: readonly Draft[] = first;
      await relatedIn(gardenOfDrafts(now), join(cache, `${run}`), 2);
      for (const [step, [index, edited]] of series.entries()) {
        now = now.with(index, edited);
        const garden = gardenOfDrafts(now);
        const fresh = await relatedIn(garden, join(cache, `${run}-${step}`), 2);
        expect(await relatedIn(garden, join(cache, `${run}`), 2)).toEqual(fresh);
      }
    }),
  );
});

test('a word that is taken out of a text since another note became private is no reason any more', async () => {
  const parsed = gardenOf(['quorum leader', 'quorum leader', 'x', 'y', 'z']);
  const notes = [...parsed.notes.values()].map(({ note }) => note);
  const digests = new Map(notes.map(({ path }) => [path, path]));
  const input = { count: 5, parsed: { notes, digests } };
  const first = parsed.notes.get('n0');
  if (first === undefined) throw new Error('The note is missing.');
  const hidden = { ...first, note: { ...first.note, text: 'leader' } };
  const garden = { ...parsed, notes: new Map([...parsed.notes, ['n0', hidden]]) };
  await withRelatedNotes(parsed, { ...input, cache });
  const warm = await withRelatedNotes(garden, { ...input, cache });
  const fresh = await withRelatedNotes(garden, { ...input, cache: join(cache, 'fresh') });
  expect(warm.related).toEqual(fresh.related);
  expect(warm.related?.get('n0')).toEqual([
    { id: 'n1', reasons: [{ kind: 'words', words: ['leader'] }] },
  ]);
});

test('a note that links to what another one links to is found for that one', async () => {
  const draftOf = (...links: readonly number[]): Draft => {
    return { words: [], links: [...links], tags: [], exists: true };
  };
  const one = [0, 1, 2, 3, 4, 5].map(() => draftOf()).concat(draftOf(5));
  await relatedIn(gardenOfDrafts([...one, draftOf()]), cache);
  const related = await relatedIn(gardenOfDrafts([...one, draftOf(5)]), cache);
  expect(related?.get('1006')).toEqual([
    { id: '1007', reasons: [{ kind: 'cite', ids: ['1005'] }] },
  ]);
});
