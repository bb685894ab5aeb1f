import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NotePage } from '../../garden/page.ts';
import { pageRecordFile, recordFiles } from '../../garden/record-files.ts';
import { noProgress } from '../../system/progress.ts';
import { GardenImport } from '../import-garden.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-update-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const policy = {
  publish: 'all',
  url: 'https://garden.example',
  base: '/',
  lang: 'en',
  collapsed: 'open',
  embedDepth: 5,
} as const;

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, 'notes', path)), { recursive: true });
  await writeFile(join(folder, 'notes', path), text);
}

function importOf(place = 'out'): GardenImport {
  const [notes, out, cache] = ['notes', place, `${place}-cache`].map((name) => join(folder, name));
  const folders = { notes: notes ?? '', out: out ?? '', cache: cache ?? '' };
  return new GardenImport(folders, { policy }, { hasUpdates: true });
}

async function record(id: string, place = 'out'): Promise<NotePage> {
  return JSON.parse(await readFile(join(folder, place, pageRecordFile(id)), 'utf8')) as NotePage;
}

async function filesOf(place: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(join(folder, place), { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && !entry.name.endsWith('.bin'));
  const read = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const location = join(parentPath, name);
    return [location.slice(join(folder, place).length), await readFile(location, 'latin1')];
  });
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An Obsidian vault and a Logseq graph, imported. */
async function imported(): Promise<GardenImport> {
  await put('o/.obsidian/app.json', '{}');
  await put(
    'o/Note.md',
    '---\ntags: [one]\n---\nWords of [[Other]] and [[Secret]].\n\n## Part\n\nEnd.',
  );
  await put('o/Other.md', 'See [[Note#Part]].\n\n![[Note]]\n');
  await put('o/Third.md', 'Nothing.\n');
  await put('o/Unlisted.md', '---\nunlisted: true\n---\nHidden in lists.\n');
  await put('o/Secret.md', '---\npublish: false\n---\nNobody reads it.\n');
  await put('o/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await put('l/logseq/config.edn', '{}');
  await put(
    'l/pages/Page.md',
    '- Links [[Ghost]]\n- A block\n  id:: 00000000-0000-4000-8000-000000000001\n',
  );
  await put('l/pages/Quote.md', '- ((00000000-0000-4000-8000-000000000001)) and [[Ghost]]\n');
  const garden = importOf();
  await garden.run(noProgress);
  return garden;
}

const note = '---\ntags: [one]\n---\nWords of [[Other]] and [[Secret]].\n\n## Part\n\nEnd.';
const page = '- Links [[Ghost]]\n- A block\n  id:: 00000000-0000-4000-8000-000000000001\n';

test.for([
  ['becomes private', 'o/Note.md', note.replace('---\n', '---\npublish: false\n')],
  ['becomes private in Logseq', 'l/pages/Page.md', `public:: false\n\n${page}`],
  [
    'is to be published later',
    'o/Note.md',
    note.replace('---\n', '---\npublishDate: 2999-01-01\n'),
  ],
  ['is in no list any more', 'o/Note.md', note.replace('---\n', '---\nunlisted: true\n')],
  ['has another name', 'o/Note.md', note.replace('---\n', '---\naliases: [Again]\n')],
  ['has another title', 'o/Note.md', note.replace('---\n', '---\ntitle: Again\n')],
  ['has another address', 'o/Note.md', note.replace('---\n', '---\npermalink: again\n')],
  ['has another tag', 'o/Note.md', `${note}\n#two\n`],
  ['has another tag in Logseq', 'l/pages/Page.md', `${page}- #two\n`],
  ['links to a page that is not there', 'l/pages/Page.md', `${page}- [[New page]]\n`],
  ['no longer names a page first', 'l/pages/Page.md', page.replace('[[Ghost]]', 'nothing')],
  ['names a ghost in other letters', 'l/pages/Page.md', page.replace('[[Ghost]]', '[[ghost]]')],
  ['shows a picture', 'o/Note.md', `${note}\n![[picture.svg]]\n`],
  ['has a diagram', 'o/Note.md', `${note}\n\`\`\`mermaid\nflowchart LR\n  a --> b\n\`\`\`\n`],
  ['has another heading where one is linked', 'o/Note.md', note.replace('## Part', '## Piece')],
  ['links to another private note', 'o/Third.md', 'Now [[Secret]].\n'],
  ['links to a note in no list', 'o/Third.md', 'Now [[Unlisted]].\n'],
  [
    'has a block with an id',
    'l/pages/Quote.md',
    '- A\n  id:: 00000000-0000-4000-8000-000000000002\n',
  ],
  ['is private and changes', 'o/Secret.md', '---\npublish: false\n---\nOther words.\n'],
  ['is in no list and changes', 'o/Unlisted.md', '---\nunlisted: true\n---\nOther words.\n'],
  ['is new', 'o/New.md', 'New.'],
  ['is no note', 'o/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'],
  ['is a setting', 'l/logseq/config.edn', '{:publishing/all-pages-public? true}'],
] as const)(
  'a file that %s needs a whole import, and nothing is written',
  async ([, path, text]) => {
    const garden = await imported();
    const before = await filesOf('out');
    await put(path, text);
    expect(await garden.update([path])).toBeNull();
    expect(await filesOf('out')).toEqual(before);
  },
);

test('a note that is gone needs a whole import; what an editor made and removed does not', async () => {
  const garden = await imported();
  await rm(join(folder, 'notes/o/Third.md'));
  expect(await garden.update(['o/Third.md'])).toBeNull();
  expect(await garden.update(['o/4913', 'o/Note.md~', 'o/.Note.md.swp'])).not.toBeNull();
  expect(await garden.update(['o/New.md'])).toBeNull();
});

test('words that change show on the page, where it is embedded, and in the report', async () => {
  const garden = await imported();
  await put('o/Note.md', note.replace('End.', 'The very end, [[Nowhere]].'));
  const report = await garden.update(['o/Note.md']);
  expect(report).toMatchObject({ notes: 7, rendered: 2 });
  expect(report?.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'unresolved-link', path: 'o/Note.md', line: 8 }),
  );
  expect((await record('note')).html).toContain('The very end');
  expect((await record('other')).html).toContain('The very end');
});

test('a new link is a backlink of its target, and is none when it goes', async () => {
  const garden = await imported();
  await put('o/Third.md', 'See [[Note]].\n');
  await garden.update(['o/Third.md']);
  const titles = async () => (await record('note')).backlinks.map(({ title }) => title);
  expect(await titles()).toEqual(['Other', 'Third']);
  await put('o/Third.md', 'Nothing.\n');
  await garden.update(['o/Third.md']);
  expect(await titles()).toEqual(['Other']);
});

test('a rehearsal writes nothing, also before a first import', async () => {
  await importOf('none').rehearseUpdate();
  const garden = await imported();
  const before = await filesOf('out');
  await garden.rehearseUpdate();
  expect(await filesOf('out')).toEqual(before);
});

test('a block that changes shows where it is quoted', async () => {
  const garden = await imported();
  await put('l/pages/Page.md', page.replace('A block', 'Another block'));
  expect(await garden.update(['l/pages/Page.md'])).not.toBeNull();
  expect((await record('quote')).html).toContain('Another block');
});

test('an import after an update that was stopped renders its pages again', async () => {
  const garden = await imported();
  const half = await readFile(join(folder, 'out', pageRecordFile('other')));
  await put('o/Note.md', note.replace('End.', 'Ends.'));
  await garden.update(['o/Note.md']);
  await writeFile(join(folder, 'out', pageRecordFile('other')), half);
  const unfinished = await readFile(join(folder, 'out', recordFiles.unfinished), 'utf8');
  expect(JSON.parse(unfinished)).toEqual(['note', 'other']);
  await importOf().run(noProgress);
  await importOf('fresh').run(noProgress);
  expect(await filesOf('out')).toEqual(await filesOf('fresh'));
});

test('nothing is updated where another command wrote the records, or before a first import', async () => {
  const garden = await imported();
  await put('o/Note.md', note.replace('End.', 'Ends.'));
  expect(await importOf().update(['o/Note.md'])).toBeNull();
  await writeFile(join(folder, 'out', recordFiles.index), '[]');
  expect(await garden.update(['o/Note.md'])).toBeNull();
});

test.for(['read', 'parse', 'resolve', 'draw', 'render'])(
  'an import that is asked to give way while it is at “%s” writes nothing, and updates go on',
  async (stage) => {
    const garden = await imported();
    await put('o/Third.md', 'Other words.\n');
    const before = await filesOf('out');
    const stop = new AbortController();
    const run = garden.run(
      {
        stage(name) {
          if (name === stage) stop.abort();
          return noProgress.stage(name);
        },
      },
      { signal: stop.signal },
    );
    await expect(run).rejects.toHaveProperty('name', 'AbortError');
    expect(await filesOf('out')).toEqual(before);
    expect(await garden.update(['o/Third.md'])).toMatchObject({ rendered: 1 });
  },
);
