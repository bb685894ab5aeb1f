import { expect, test } from 'vitest';
import { vaults } from '../garden/fixtures/read-and-render.ts';
import { noProgress } from '../system/progress.ts';
import { NoteCache, parseNotes } from './parse-notes.ts';

const source = (path: string) => ({
  ...{ path, source: `# ${path}\n\nText.`, vault: vaults.obsidian },
});

test('the body of a note is the same whether its memory was given back or not', async () => {
  const stage = noProgress.stage('parse');
  const parsed = await parseNotes([source('a.md'), source('b.md')], NoteCache.empty(), stage);
  const [kept, released] = [parsed.body('a.md'), parsed.body('b.md')];
  parsed.release('b.md');
  parsed.release('no note.md');
  expect(parsed.body('a.md')).toBe(kept);
  expect(parsed.body('b.md')).not.toBe(released);
  expect(parsed.body('b.md')).toEqual(released);
});

test('a note has the key of its source, and a copy of it has none', async () => {
  const stage = noProgress.stage('parse');
  const keysOf = async (text: string, cache: NoteCache) => {
    const { notes, keyOf } = await parseNotes([{ ...source('a.md'), source: text }], cache, stage);
    const [note] = notes;
    return note ? [keyOf(note), keyOf({ ...note })] : [];
  };
  const cache = NoteCache.empty();
  const [key, ofCopy] = await keysOf('One.', cache);
  expect([typeof key, ofCopy]).toEqual(['string', undefined]);
  expect(await keysOf('One.', cache)).toEqual([key, undefined]);
  expect(await keysOf('One.', NoteCache.empty())).toEqual([key, undefined]);
  expect(await keysOf('Two.', cache)).not.toEqual([key, undefined]);
});

test('a signal that ends the command is heard while notes are parsed', async () => {
  const sources = Array.from({ length: 10 }, (_, index) => source(`${index}.md`));
  let [parsed, seen] = [0, 0];
  // Each note takes long.
  const reached = () => {
    const end = performance.now() + 30;
    while (performance.now() < end);
    parsed += 1;
  };
  setImmediate(() => {
    seen = parsed;
  });
  await parseNotes(sources, NoteCache.empty(), { reached, end: () => {} });
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(5);
});
