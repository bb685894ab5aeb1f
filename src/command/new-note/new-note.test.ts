import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UsageError } from '../../system/usage-error.ts';
import { newNote } from './new-note.ts';

const today = new Date('2026-02-03T12:00:00Z');
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
