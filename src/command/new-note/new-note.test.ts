import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UsageError } from '../../system/usage-error.ts';
import { newNote } from './new-note.ts';

const today = new Date(2026, 1, 3, 9, 5, 7);
const front = '---\ncreated: 2026-02-03\ntags: []\n---\n\n';

let notes = '';
let printed: string[] = [];
beforeEach(async () => {
  notes = await mkdtemp(join(tmpdir(), 'garden-new-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(notes, { recursive: true, force: true });
});

async function put(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(notes, path)), { recursive: true });
  await writeFile(join(notes, path), text);
}

async function written(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const code = await newNote(args, { GARDEN_NOTES: notes, ...environment }, today);
  expect(code).toBe(0);
  const [location = ''] = printed;
  return [location.slice(notes.length + 1).replaceAll('\\', '/'), await readFile(location, 'utf8')];
}

test('a note starts in the Obsidian vault among the notes, and its path is printed', async () => {
  await put('graph/logseq/config.edn', '{}');
  await put('vault/.obsidian/app.json', '{}');
  expect(await written(['Two', 'words'])).toEqual(['vault/Two words.md', front]);
});

test('notes without a vault of their own get it at their top', async () => {
  await put('sub/A.md');
  expect(await written(['B'])).toEqual(['B.md', front]);
});

test('an empty folder gets its first note', async () => {
  expect(await written(['B'])).toEqual(['B.md', front]);
});

test('a Logseq graph gets a page with its own file name and properties', async () => {
  await put('logseq/config.edn', '{:file/name-format :triple-lowbar :pages-directory "p"}');
  expect(await written(['Time/Clocks: a'])).toEqual([
    'p/Time___Clocks%3A a.md',
    'created:: 2026-02-03\n\n- \n',
  ]);
});

test('--folder wins over GARDEN_NEW, and that over the vault', async () => {
  await put('vault/.obsidian/app.json', '{}');
  const environment = { GARDEN_NEW: join(notes, 'inbox') };
  expect(await written(['B'], environment)).toEqual(['inbox/B.md', front]);
  printed = [];
  expect(await written(['B', '--folder', join(notes, 'other')], environment)).toEqual([
    'other/B.md',
    front,
  ]);
});

test('a note that exists is not overwritten', async () => {
  await put('B.md', 'mine');
  await expect(newNote(['B'], { GARDEN_NOTES: notes }, today)).rejects.toThrow(UsageError);
  expect(await readFile(join(notes, 'B.md'), 'utf8')).toBe('mine');
});

test.for([[[]], [['  ']], [['--nonsense', 'A']]] as const)(
  'the arguments %j are refused and nothing is written',
  async ([args]) => {
    await expect(newNote(args, { GARDEN_NOTES: notes }, today)).rejects.toThrow(UsageError);
    expect(await readdir(notes)).toEqual([]);
  },
);

test('--in is a folder of the vault, or a namespace of the graph, and --tags are its tags', async () => {
  await put('vault/.obsidian/app.json', '{}');
  await put('graph/logseq/config.edn', '{:file/name-format :triple-lowbar}');
  const args = ['B', '--in', 'deep/inbox', '--tags', 'a, #b/c'];
  expect(await written(args)).toEqual([
    'vault/deep/inbox/B.md',
    '---\ncreated: 2026-02-03\ntags: [a, b/c]\n---\n\n',
  ]);
  printed = [];
  expect(await written([...args, '--vault', 'graph'])).toEqual([
    'graph/pages/deep___inbox___B.md',
    'created:: 2026-02-03\ntags:: a, b/c\n\n- \n',
  ]);
});

test('a template of Obsidian is filled, with the tags in its front matter', async () => {
  await put('.obsidian/templates.json', '{ "folder": "Meta/T" }');
  await put(
    'Meta/T/Talk.md',
    '---\nkind: talk\n---\n# {{title}}\n{{date:YYYY/MM/DD [at] HH:mm}} {{time}}\n',
  );
  expect(await written(['A talk', '--template', 'Talk', '--tags', 'x'])).toEqual([
    'A talk.md',
    '---\nkind: talk\ntags: [x]\n---\n# A talk\n2026/02/03 at 09:05 09:05\n',
  ]);
});

test('the journal of an Obsidian vault has its own folder, name and template, and is kept', async () => {
  await put(
    '.obsidian/daily-notes.json',
    '{ "folder": "Daily", "format": "YYYY/MM-DD dddd", "template": "T/Day" }',
  );
  await put('T/Day.md', 'Day {{date}}\n');
  expect(await written(['--journal'])).toEqual(['Daily/2026/02-03 Tuesday.md', 'Day 2026-02-03\n']);
  await put('Daily/2026/02-03 Tuesday.md', 'mine');
  printed = [];
  expect(await written(['--journal'])).toEqual(['Daily/2026/02-03 Tuesday.md', 'mine']);
});

test('the journal of a graph has its file name, and the template that the graph names', async () => {
  await put(
    'logseq/config.edn',
    '{:journal/file-name-format "yyyy-MM-dd" :default-templates {:journals "day"}}',
  );
  const template =
    '- ## Day\n  template:: day\n  template-including-parent:: false\n\t- Plan <% today %>\n\t\t- <% time %>\n- other\n';
  await put('pages/Templates.md', template);
  expect(await written(['--journal'])).toEqual([
    'journals/2026-02-03.md',
    '- Plan [[Feb 3rd, 2026]]\n\t- 09:05\n',
  ]);
});

test('a template of a graph with its parent keeps the block without its name', async () => {
  await put('logseq/config.edn', '{}');
  await put('pages/T.md', '- Talk of <% current page %>\n  template:: Talk\n  - notes\n');
  expect((await written(['Raft', '--template', 'talk']))[1]).toBe(
    'created:: 2026-02-03\n\n- Talk of [[Raft]]\n  - notes\n',
  );
});

test('--edit opens the editor of the environment with the note', async () => {
  const script = join(notes, 'editor.mjs');
  await put(
    'editor.mjs',
    'import { appendFileSync } from "node:fs"; appendFileSync(process.argv[2], "typed");',
  );
  const editor = `${process.execPath} ${script}`;
  expect(await written(['B', '--edit'], { EDITOR: editor })).toEqual(['B.md', `${front}typed`]);
});

test.for([
  [['B', '--template', 'None'], 'There is no template “None”'],
  [['B', '--vault', 'None'], 'There is no vault “None”'],
  [['B', '--in', '../out'], '--in names a folder in the vault'],
  [['B', '--journal'], 'has its date as its title'],
] as const)('the arguments %j are refused with a reason', async ([args, sentence]) => {
  await put('.obsidian/app.json', '{}');
  await expect(newNote(args, { GARDEN_NOTES: notes }, today)).rejects.toThrow(sentence);
});
