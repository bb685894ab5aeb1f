import { expect, test } from 'vitest';
import { vaults } from '../../garden/fixtures/read-and-render.ts';
import { noProgress } from '../../system/progress.ts';
import { NoteCache } from './note-cache.ts';
import { parseNotes } from './parse-notes.ts';

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

test('the notes and their bodies are the same however many threads parse them', async () => {
  const vault = (index: number) => (index % 3 === 0 ? vaults.logseq : vaults.obsidian);
  const text = (index: number) =>
    `---\ntags: [a]\n---\n- [[${index + 1}]] $x$ #tag\n- | a | b |\n\n> [!note] Head\n> text[^1]\n\n[^1]: Foot.`;
  const sources = Array.from({ length: 150 }, (_, index) => ({
    ...{ path: `${index}.md`, source: text(index), vault: vault(index) },
    ...(index % 2 === 0 && { created: '2024-01-02', modified: '2024-02-03' }),
  }));
  const read = async (threads: number) => {
    const { notes, digests, parsed, keyOf, body } = await parseNotes(
      sources,
      NoteCache.empty(),
      noProgress.stage('parse'),
      { threads: () => threads },
    );
    const keys = notes.map(keyOf);
    return { notes, digests, parsed, keys, bodies: sources.map(({ path }) => body(path)) };
  };
  const alone = await read(0);
  expect(alone.parsed).toBe(150);
  expect(await read(1)).toEqual(alone);
  expect(await read(3)).toEqual(alone);
});

test('a note that no thread can take is parsed without one', async () => {
  const unsendable = { ...source('0.md'), toString: () => 'No message holds a function.' };
  const sources = Array.from({ length: 80 }, (_, index) =>
    index === 60 ? unsendable : source(`${index}.md`),
  );
  const { notes } = await parseNotes(sources, NoteCache.empty(), noProgress.stage('parse'), {
    threads: () => 1,
  });
  expect(notes.map(({ path }) => path)).toEqual(sources.map(({ path }) => path));
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
