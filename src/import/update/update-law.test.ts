/**
 * The law of updates: what an update writes is what a whole import writes, but for what is computed of all notes
 * together, and it changes nothing where it gives up. `GARDEN_SERIES` sets the number of series (default 8)
 * and `GARDEN_SEED` the seed.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Policy } from '../../garden/garden.ts';
import { listedEntry, type PageEntry } from '../../garden/record-files.ts';
import { noProgress } from '../../system/progress.ts';
import { GardenImport } from '../import-garden.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-update-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const policy: Policy = {
  publish: 'all',
  url: 'https://garden.example',
  base: '/',
  lang: 'en',
  collapsed: 2,
  embedDepth: 5,
};

type Files = Readonly<Record<string, string>>;

async function put(files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'notes', path)), { recursive: true });
    await writeFile(join(folder, 'notes', path), text);
  }
}

function importInto(place: string): GardenImport {
  const [out, cache] = [join(place, 'out'), join(place, 'cache')];
  const folders = { notes: join(folder, 'notes'), out, cache };
  return new GardenImport(folders, { policy, related: 3 }, { hasUpdates: true });
}

async function filesOf(place: string): Promise<ReadonlyMap<string, string>> {
  const out = join(place, 'out');
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.bin'));
  const read = files.map(async (entry): Promise<[string, string]> => {
    const location = join(entry.parentPath, entry.name);
    return [location.slice(out.length + 1), await readFile(location, 'latin1')];
  });
  const found = await Promise.all(read);
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is computed of all notes together, and follows with the next import. */
const later = new Set(['near', 'related', 'mentions']);

/** The pages of a garden without what follows later. */
async function pagesOf(place: string): Promise<unknown> {
  const files = [...(await filesOf(place))].filter(([path]) => /^(?:pages\/|index)/.test(path));
  return files.map(([path, text]) => {
    if (path === 'index.json') return [path, (JSON.parse(text) as PageEntry[]).map(listedEntry)];
    const isRecord = /^pages\/[^.]+\.json$/.test(path);
    const shown = (key: string, value: unknown) => (later.has(key) ? undefined : value);
    return [path, isRecord ? JSON.stringify(JSON.parse(text, shown)) : text];
  });
}

const obsidianNames = ['Alpha', 'Beta', 'Gamma', 'Sub/Delta', 'Epsilon'];
const logseqNames = ['Zeta', 'Eta', 'Theta', 'Iota'];

/** Ids of blocks that are there from the start. */
function blockId(name: string): string {
  return `00000000-0000-4000-8000-00000000000${logseqNames.indexOf(name)}`;
}

const obsidianLine = fc.oneof(
  fc.constantFrom('Some words.', 'Alpha and Zeta are words.', '- [ ] A task', '$x^2$', '#one'),
  fc
    .constantFrom(...obsidianNames, ...logseqNames, 'Ghost', 'Secret')
    .map((to) => `See [[${to}]].`),
  fc.constantFrom(...obsidianNames).map((to) => `![[${to}]]`),
  fc
    .constantFrom('Beta', 'Gamma', 'None')
    .map((to) => `A path: [words](${to}.md)[^1]\n\n[^1]: See [[${to}]].`),
  fc.constantFrom(...obsidianNames).map((to) => `> [!note] A callout\n> with [[${to}|words]]`),
  fc.constantFrom(...obsidianNames).map((to) => `A part: [[${to}#Fixed]]`),
  fc.constantFrom(...obsidianNames).map((to) => `A block: ![[${to}#^fixed]]`),
  fc.constantFrom('## Fixed', '## Other [[Alpha]]', '- an item\n  - below it [[Beta]]'),
);

const logseqLine = fc.oneof(
  fc.constantFrom('- Some words', '- TODO a task', '- Zeta and Alpha', '- ## Head', '- #one'),
  fc
    .constantFrom(...obsidianNames, ...logseqNames, 'Spectre', 'Hidden', 'one')
    .map((to) => `- See [[${to}]]\n  - and below`),
  fc.constantFrom(...logseqNames).map((to) => `- {{embed [[${to}]]}}`),
  fc.constantFrom(...logseqNames).map((to) => `- A block\n  about:: [[${to}]]`),
  fc.constantFrom(...logseqNames).map((to) => `- [[2026-01-0${logseqNames.indexOf(to) + 1}]]`),
  fc.constantFrom(...logseqNames).map((to) => `- Quotes ((${blockId(to)})) here`),
);

const obsidianHeads: Files = {
  Alpha: '---\ntags: [one]\n---\n',
  Beta: '---\naliases: [Second]\nabout: "[[Gamma]]"\n---\n',
  Gamma: '---\ndescription: Fixed.\n---\n',
  Epsilon: '---\ntranslations: ["[[Alpha]]", "[[Zeta]]"]\n---\n',
};

const edits = fc.oneof(
  fc.record({
    name: fc.constantFrom(...obsidianNames),
    lines: fc.array(obsidianLine, { maxLength: 5 }),
  }),
  fc.record({
    name: fc.constantFrom(...logseqNames),
    lines: fc.array(logseqLine, { maxLength: 5 }),
  }),
);

interface Edit {
  readonly name: string;
  readonly lines: readonly string[];
}

function fileOf({ name, lines }: Edit): readonly [path: string, text: string] {
  const body = lines.join('\n');
  if (obsidianNames.includes(name)) {
    const fixed = '## Fixed\n\nA paragraph. ^fixed\n';
    return [
      `o/${name}.md`,
      `${obsidianHeads[name] ?? ''}${body.replace(/\n/g, '\n\n')}\n\n${fixed}`,
    ];
  }
  const block = `- A fixed block\n  id:: ${blockId(name)}`;
  const head = name === 'Eta' ? 'tags:: two\ntranslations:: [[Theta]]' : 'tags:: two';
  return [`l/pages/${name}.md`, `${head}\n\n${block}\n${body}\n`];
}

const start: Files = {
  'o/.obsidian/app.json': '{}',
  'o/Secret.md': '---\npublish: false\n---\nNobody reads it.\n',
  'o/Unlisted.md': '---\nunlisted: true\n---\n![[Alpha]] and [[Beta#Fixed]]\n\n![[Gamma#^fixed]]\n',
  'o/A first.md': '[[Ghost]] is not there.\n\n![[Alpha]]\n',
  'l/logseq/config.edn': '{}',
  'l/pages/Hidden.md': 'public:: false\n\n- Nobody reads it.\n',
  'l/journals/2026_01_01.md': '- A day with [[Zeta]] and [[Jan 2nd, 2026]]\n',
  'l/pages/A start.md': '- [[Spectre]] is not there.\n- {{embed [[Zeta]]}} #one\n',
};

/** Edits one after the other, each followed by an update. @returns how many were followed. */
async function expectLaw(series: readonly (readonly Edit[])[]): Promise<number> {
  const names = [...obsidianNames, ...logseqNames];
  await put({ ...start, ...Object.fromEntries(names.map((name) => fileOf({ name, lines: [] }))) });
  const warm = join(folder, 'warm');
  const garden = importInto(warm);
  await garden.run(noProgress);
  let followed = 0;
  for (const step of series) {
    const files = step.map(fileOf);
    await put(Object.fromEntries(files));
    const before = await filesOf(warm);
    const report = await garden.update(files.map(([path]) => path));
    const fresh = await mkdtemp(join(folder, 'fresh-'));
    const whole = await importInto(fresh).run(noProgress);
    if (report === null) {
      expect(await filesOf(warm)).toEqual(before);
      await garden.run(noProgress);
      expect(await filesOf(warm)).toEqual(await filesOf(fresh));
      continue;
    }
    followed += 1;
    expect(await pagesOf(warm)).toEqual(await pagesOf(fresh));
    const { ms, rendered } = whole;
    expect({ ...report, ms, rendered }).toEqual(whole);
  }
  const fresh = await mkdtemp(join(folder, 'fresh-'));
  await importInto(fresh).run(noProgress);
  // In the same process, once more with nothing to do, and in another process.
  for (const next of [garden, garden, importInto(warm)]) {
    await next.run(noProgress);
    expect(await filesOf(warm)).toEqual(await filesOf(fresh));
  }
  return followed;
}

test('what updates write is what a whole import writes, and they follow most edits', async () => {
  const numRuns = Number(process.env['GARDEN_SERIES'] ?? 8);
  const seed = process.env['GARDEN_SEED'];
  const step = fc.array(edits, { minLength: 1, maxLength: 2 });
  let [all, followed] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (series) => {
      await rm(folder, { recursive: true, force: true });
      all += series.length;
      followed += await expectLaw(series);
    }),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }) },
  );
  expect(followed / all).toBeGreaterThan(0.3);
}, 600_000);
