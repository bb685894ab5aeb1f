/**
 * The law of what is kept between runs: after any series of edits the files of a warm import equal
 * those of a fresh one, byte for byte. `GARDEN_SERIES` sets the number of series (default 8) and
 * `GARDEN_SEED` the seed.
 */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Policy } from '../garden/garden.ts';
import { pageMarkdownFile, pageRecordFile, recordFiles } from '../garden/record-files.ts';
import { noProgress } from '../system/progress.ts';
import { GardenImport } from './import-garden.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-warm-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const basePolicy: Policy = {
  publish: 'vault',
  url: 'https://garden.example',
  base: '/',
  lang: 'en',
  collapsed: 2,
  embedDepth: 5,
};

type Files = Readonly<Record<string, string>>;

async function put(notes: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(notes, path)), { recursive: true });
    await writeFile(join(notes, path), text);
  }
}

/** Imports the notes with the caches of `place`. */
async function importInto(place: string, policy: Policy = basePolicy): Promise<void> {
  const folders = {
    notes: join(folder, 'notes'),
    out: join(place, 'out'),
    cache: join(place, 'cache'),
  };
  await new GardenImport(folders, { policy, related: 5 }).run(noProgress);
}

/** Every file that an import left, but for what it keeps for itself. */
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

async function expectWarmEqualsFresh(policy: Policy = basePolicy): Promise<void> {
  await importInto(join(folder, 'warm'), policy);
  await expectEqualsFresh(policy);
}

async function expectEqualsFresh(policy: Policy): Promise<void> {
  const warm = join(folder, 'warm');
  const fresh = await mkdtemp(join(folder, 'fresh-'));
  await importInto(fresh, policy);
  expect(await filesOf(warm)).toEqual(await filesOf(fresh));
  await rm(fresh, { recursive: true });
}

const obsidian: Files = { '.obsidian/app.json': '{}' };
const shelf = '```dataview\nTABLE rank FROM "" WHERE rank SORT rank\n```\n';

test('a query no longer lists a note that moved into an unpublished folder', async () => {
  const notes = join(folder, 'notes');
  await put(notes, {
    '.obsidian/app.json': '{}',
    '.obsidian/publish.json': '{"siteId":"x","included":[],"excluded":["Vault"]}',
    'Shelf.md': `---\npublish: true\n---\n${shelf}`,
    'Sorrow.md': '---\nrank: 3\npublish: true\n---\nText\n',
    'Vault/Other.md': 'Text\n',
  });
  await importInto(join(folder, 'warm'));
  await rename(join(notes, 'Sorrow.md'), join(notes, 'Vault/Sorrow.md'));
  await expectWarmEqualsFresh();
});

test('a tag page says what a tagged note without links is about', async () => {
  await put(join(folder, 'notes'), { ...obsidian, 'Alpha.md': '---\ntags: [t]\n---\nLights.\n' });
  await importInto(join(folder, 'warm'), { ...basePolicy, publish: 'all' });
  const files = await filesOf(join(folder, 'warm'));
  const excerpts = { description: 'Lights.', of: [], excerpts: [] };
  expect([...files.values()].map(String)).toContain(JSON.stringify(excerpts));
});

test('a query lists a renamed note by its new name and address', async () => {
  const notes = join(folder, 'notes');
  await put(notes, { ...obsidian, 'Shelf.md': shelf, 'Alpha.md': '---\nrank: 3\n---\n' });
  const all = { ...basePolicy, publish: 'all' } as const;
  await importInto(join(folder, 'warm'), all);
  await rename(join(notes, 'Alpha.md'), join(notes, 'Beta.md'));
  await expectWarmEqualsFresh(all);
  const record = await readFile(join(folder, 'warm/out', pageRecordFile('shelf')), 'utf8');
  expect(record).toContain('/beta/');
});

test('related notes spell shared words as a note whose file was renamed at the same address', async () => {
  const notes = join(folder, 'notes');
  const cover = '---\npermalink: /cover/\n---\nA quorum of cover pictures.\n';
  const other = 'A cover for a quorum of pictures.\n';
  await put(notes, { ...obsidian, 'Cover Quorum.md': cover, 'Other Notes.md': other });
  await put(notes, { 'A.md': 'Something else entirely.\n', 'B.md': 'Fourth lights.\n' });
  const all = { ...basePolicy, publish: 'all' } as const;
  await importInto(join(folder, 'warm'), all);
  const record = () => readFile(join(folder, 'warm/out', pageRecordFile('cover')), 'utf8');
  const before = await record();
  await rename(join(notes, 'Cover Quorum.md'), join(notes, 'cover quorum.md'));
  await expectWarmEqualsFresh(all);
  expect(before).toContain('["Cover","Quorum","pictures"]');
  expect(await record()).toContain('["cover","quorum","pictures"]');
});

test('a note that becomes private leaves no Markdown copy behind the ghost of its name', async () => {
  const notes = join(folder, 'notes/pages');
  const config = '{:publishing/all-pages-public? true}';
  await put(join(folder, 'notes'), { 'logseq/config.edn': config, 'pages/a.md': '- [[two]]\n' });
  await put(notes, { 'two.md': '- text\n' });
  await importInto(join(folder, 'warm'));
  await rm(join(notes, 'two.md'));
  await expectWarmEqualsFresh();
});

test('a record that is damaged or gone is written again', async () => {
  const all = { ...basePolicy, publish: 'all' } as const;
  await put(join(folder, 'notes'), { ...obsidian, 'A.md': 'a', 'B.md': 'b', 'C.md': 'c' });
  const out = join(folder, 'warm/out');
  await importInto(join(folder, 'warm'), all);
  await rm(join(out, pageRecordFile('a')));
  await writeFile(join(out, pageMarkdownFile('b')), '---');
  await expectWarmEqualsFresh(all);
});

test.each(['', 'rendered', '\u0000'.repeat(300)])(
  'a cache that cannot be read is not used: %j',
  async (damaged) => {
    const all = { ...basePolicy, publish: 'all' } as const;
    await put(join(folder, 'notes'), { ...obsidian, 'A.md': '[[B]]', 'B.md': 'b' });
    await importInto(join(folder, 'warm'), all);
    const cache = join(folder, 'warm/cache');
    await writeFile(join(folder, 'warm/out', recordFiles.renderedPages), damaged);
    const kept = (await readdir(cache)).filter((name) => name.startsWith('notes-'));
    for (const name of kept) await writeFile(join(cache, name), damaged);
    expect(kept).not.toEqual([]);
    await put(join(folder, 'notes'), { 'B.md': '---\ntitle: Bee\n---\n' });
    await expectWarmEqualsFresh(all);
  },
);

test.each([recordFiles.renderedPages, recordFiles.renderedSince])(
  'what was rendered since counts with all pages only: without %s nothing does',
  async (name) => {
    const all = { ...basePolicy, publish: 'all' } as const;
    const notes = join(folder, 'notes');
    await put(notes, { ...obsidian, 'A.md': '[[B]]', 'B.md': 'one' });
    await importInto(join(folder, 'warm'), all);
    const whole = await readFile(join(folder, 'warm/out', recordFiles.renderedPages));
    await put(notes, { 'B.md': 'two' });
    await importInto(join(folder, 'warm'), all);
    expect(await readFile(join(folder, 'warm/out', recordFiles.renderedPages))).toEqual(whole);
    await rm(join(folder, 'warm/out', name));
    await put(notes, { 'B.md': 'one' });
    await expectWarmEqualsFresh(all);
  },
);

test('records of an import that was stopped are not used', async () => {
  const all = { ...basePolicy, publish: 'all' } as const;
  const out = join(folder, 'warm/out');
  await put(join(folder, 'notes'), { ...obsidian, 'A.md': 'one', 'B.md': 'b' });
  await importInto(join(folder, 'warm'), all);
  const before = await readFile(join(out, pageRecordFile('a')), 'utf8');
  // As a stopped import leaves it: the record of another text, of the same length.
  await writeFile(join(out, recordFiles.unfinished), '["a"]');
  await writeFile(join(out, pageRecordFile('a')), before.replaceAll('one', 'two'));
  await expectWarmEqualsFresh(all);
});

const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Sub/Epsilon', 'Sub/Zeta'] as const;

/** A reference to a note, in one of the ways that pages show another note's words. */
const reference = fc
  .tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 6 }))
  .map(([name, way]) => {
    const base = name.replace('Sub/', '');
    return [
      `[[${base}]]`,
      `[[${base}|label]]`,
      `![[${base}]]`,
      `[[${base}#Head]]`,
      `![[${base}#Head]]`,
      base,
      `#tag/${base.toLowerCase()}`,
    ][way] as string;
  });

const obsidianBlock = fc.oneof(
  { weight: 6, arbitrary: reference.map((text) => `Words ${text} and more.`) },
  { weight: 2, arbitrary: reference.map((text) => `# Head\n\n${text}`) },
  { weight: 1, arbitrary: fc.constant(shelf) },
  { weight: 1, arbitrary: fc.constant('```dataview\nLIST FROM [[Alpha]] OR #tag\n```') },
  { weight: 1, arbitrary: fc.constant('![[picture.png]]') },
  { weight: 1, arbitrary: fc.constant('$x^2$ and `code`\n\n```js\nlet a\n```') },
);

const frontMatter = fc
  .record(
    {
      rank: fc.integer({ min: 0, max: 3 }),
      title: fc.constantFrom('Title one', 'Title two'),
      aliases: fc.constantFrom('[Also]', '[Beta]'),
      private: fc.constantFrom('true', 'false'),
      permalink: fc.constantFrom('own/place', 'other'),
      lang: fc.constantFrom('zh', 'en'),
    },
    { requiredKeys: [] },
  )
  .map((properties) => {
    const lines = Object.entries(properties).map(([key, value]) => `${key}: ${value}\n`);
    return lines.length === 0 ? '' : `---\n${lines.join('')}---\n`;
  });

const obsidianText = fc
  .tuple(frontMatter, fc.array(obsidianBlock, { maxLength: 4 }))
  .map(([matter, blocks]) => `${matter}${blocks.join('\n\n')}\n`);

const logseqBlock = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('[[one]]', '[[two]]', '[[ns/three]]', '#tag', 'two') },
  { weight: 1, arbitrary: fc.constant('target\n  id:: 11111111-1111-4111-8111-111111111111') },
  { weight: 1, arbitrary: fc.constant('((11111111-1111-4111-8111-111111111111))') },
  { weight: 1, arbitrary: fc.constant('{{embed [[one]]}}') },
  { weight: 1, arbitrary: fc.constant('{{query [[two]]}}') },
  { weight: 1, arbitrary: fc.constant('{{namespace ns}}') },
  { weight: 1, arbitrary: fc.constant('## [[ns/three]]') },
);

const logseqText = fc
  .tuple(
    fc.constantFrom('', 'public:: false\n\n', 'alias:: two\n\n', 'tags:: tag\n\n'),
    fc.array(logseqBlock, { minLength: 1, maxLength: 4 }),
  )
  .map(([properties, blocks]) => `${properties}${blocks.map((block) => `- ${block}\n`).join('')}`);

const obsidianPath = fc.constantFrom(...names).map((name) => `obsidian/${name}.md`);
const logseqPath = fc
  .constantFrom('pages/one', 'pages/two', 'pages/ns___three')
  .map((name) => `logseq/${name}.md`);
const journalPath = fc
  .integer({ min: 1, max: 4 })
  .map((day) => `logseq/journals/2026_01_0${day}.md`);

type Step =
  | { readonly edit: 'write'; readonly path: string; readonly text: string }
  | { readonly edit: 'remove'; readonly path: string }
  | { readonly edit: 'move'; readonly path: string; readonly to: string }
  | { readonly edit: 'settings'; readonly change: Partial<Policy> };

async function apply(step: Step, notes: string, policy: Policy): Promise<Policy> {
  if (step.edit === 'settings') return { ...policy, ...step.change };
  const location = join(notes, step.path);
  if (step.edit === 'write') await put(notes, { [step.path]: step.text });
  if (step.edit === 'remove') await rm(location, { force: true });
  if (step.edit === 'move') {
    await mkdir(dirname(join(notes, step.to)), { recursive: true });
    await rename(location, join(notes, step.to)).catch(() => {});
  }
  return policy;
}

const writing = (paths: fc.Arbitrary<string>, texts: fc.Arbitrary<string>) => {
  return fc.record({ edit: fc.constant('write' as const), path: paths, text: texts });
};

const publishFile = (excluded: string) => `{"siteId":"x","included":[],"excluded":${excluded}}`;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: writing(obsidianPath, obsidianText) },
  { weight: 4, arbitrary: writing(fc.oneof(logseqPath, journalPath), logseqText) },
  {
    weight: 2,
    arbitrary: fc.record({
      edit: fc.constant('remove' as const),
      path: fc.oneof(obsidianPath, logseqPath, journalPath),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      edit: fc.constant('move' as const),
      path: obsidianPath,
      // A name in other letters has the same address.
      to: fc.oneof(
        obsidianPath,
        obsidianPath.map((path) => path.toLowerCase()),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: writing(
      fc.constant('logseq/logseq/config.edn'),
      fc.constantFrom('{:publishing/all-pages-public? true}', '{}'),
    ),
  },
  {
    weight: 1,
    arbitrary: writing(
      fc.constant('obsidian/.obsidian/publish.json'),
      fc.constantFrom('["Sub"]', '[]').map(publishFile),
    ),
  },
  {
    weight: 1,
    arbitrary: writing(
      fc.constant('obsidian/picture.png'),
      fc.constantFrom(1, 2).map((size) => pixels(size)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      edit: fc.constant('settings' as const),
      change: fc.constantFrom<Partial<Policy>[]>(
        { publish: 'all' },
        { publish: 'vault' },
        { base: '/garden/' },
        { lang: 'zh' },
        { collapsed: 'open' },
        { embedDepth: 1 },
        { home: 'Alpha' },
      ),
    }),
  },
);

/** The head of a PNG of this width and height. */
function pixels(size: number): string {
  return `\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000\u0000${String.fromCharCode(size)}\u0000\u0000\u0000${String.fromCharCode(size)}`;
}

const start: Files = {
  'obsidian/.obsidian/app.json': '{}',
  'obsidian/Alpha.md': '[[Beta]] ![[Gamma#Head]]\n',
  'obsidian/Beta.md': '---\nrank: 1\n---\n# Head\n\nGamma stands here.\n',
  'obsidian/Gamma.md': '# Head\n\n[[Alpha]] ![[picture.png]]\n',
  'obsidian/Shelf.md': shelf,
  'obsidian/picture.png': pixels(1),
  'logseq/logseq/config.edn': '{:publishing/all-pages-public? true}',
  'logseq/pages/one.md': '- [[two]]\n- {{query [[two]]}}\n',
  'logseq/pages/two.md': '- [[ns/three]] and #tag\n',
  'logseq/journals/2026_01_02.md': '- [[one]]\n',
};

const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});

/** Checks the law over series of edits; what `begin` gives imports into the folder `warm` after each round. */
async function expectLaw(
  begin: () => (round: readonly Step[], policy: Policy) => Promise<void>,
): Promise<void> {
  const series = Number(process.env['GARDEN_SERIES'] ?? 8);
  const seed = Number(process.env['GARDEN_SEED'] ?? 14);
  const property = fc.asyncProperty(rounds, async (all) => {
    await rm(folder, { recursive: true, force: true });
    const notes = join(folder, 'notes');
    await put(notes, start);
    let policy: Policy = { ...basePolicy, publish: 'all' };
    const run = begin();
    await run([], policy);
    for (const round of all) {
      for (const each of round) policy = await apply(each, notes, policy);
      await run(round, policy);
      await expectEqualsFresh(policy);
    }
  });
  await fc.assert(property, { seed, numRuns: series, endOnFailure: true });
}

test('after any series of edits a warm import equals a fresh one', async () => {
  await expectLaw(() => (_, policy) => importInto(join(folder, 'warm'), policy));
}, 3_600_000);

test('so does one of a process that keeps the last import and its updates', async () => {
  await expectLaw(() => {
    const [out, cache] = [join(folder, 'warm/out'), join(folder, 'warm/cache')];
    const folders = { notes: join(folder, 'notes'), out, cache };
    let settings = { policy: basePolicy, related: 5 };
    const garden = new GardenImport(folders, () => settings, { hasUpdates: true });
    return async (round, policy) => {
      settings = { ...settings, policy };
      const paths = round.flatMap((each) => {
        return each.edit === 'move' ? [each.path, each.to] : 'path' in each ? each.path : [];
      });
      await garden.update(paths);
      await garden.run(noProgress);
    };
  });
}, 3_600_000);
