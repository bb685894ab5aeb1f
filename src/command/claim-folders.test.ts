import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../system/usage-error.ts';
import { claimFolders } from './claim-folders.ts';
import type { FolderKind } from './former-output.ts';

const record = `${'0123456789'.repeat(4)}.json`;

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'garden-claim-')));
  await put('my/notes/logseq/config.edn', '{}');
  await put('my/notes/pages/One.md', 'one');
  await put('my/letters/precious.txt', 'mine');
  await put('my/drafts/deep/Idea.md', 'mine');
  await put('my/repository/.git/HEAD', 'ref');
  await put('my/file', '');
  await symlink(join(folder, 'my/notes'), join(folder, 'my/link'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const tree = async () => (await readdir(folder, { recursive: true })).toSorted();

interface Attempt {
  readonly kind?: FolderKind;
  readonly force?: boolean;
  readonly notes?: string;
}

/** Claims one folder. @returns 'claimed', or the sentence of the refusal. */
async function claim(path: string, attempt: Attempt = {}): Promise<string> {
  const { kind = 'garden', force = false, notes = 'my/notes' } = attempt;
  const before = await tree();
  const outputs = [{ kind, path: path.startsWith('/') ? path : `${folder}/${path}` }];
  try {
    await claimFolders({ notes: `${folder}/${notes}`, outputs, force });
    return 'claimed';
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    expect(await tree()).toEqual(before);
    return error instanceof Error ? error.message.replaceAll(folder, '') : '';
  }
}

test.for([
  ['my/notes', 'it is the folder of the notes'],
  ['my/link', 'it is the folder of the notes'],
  ['my/notes/../link/', 'it is the folder of the notes'],
  ['my', 'it holds the notes'],
  ['.', 'it holds the notes'],
  ['my/notes/pages', 'it is among the notes'],
  ['my/notes/new/out', 'it is among the notes'],
  ['my/notes/.hidden', 'it is among the notes'],
  ['my/link/out', 'it is among the notes'],
  ['my/letters/../notes/out', 'it is among the notes'],
  ['my/repository', 'it is the root of a git repository'],
  ['/', 'it holds the notes'],
  [homedir(), 'home folder'],
  [process.cwd(), 'the folder that the command runs in'],
  // Its reason depends on where the project lies: it may hold the temporary notes as well.
  [dirname(process.cwd()), 'cannot be written'],
] as const)('%s is refused, even with --force, since %s', async ([path, reason]) => {
  for (const force of [false, true]) expect(await claim(path, { force })).toContain(reason);
});

test('notes behind a symbolic link are recognised by their real folder', async () => {
  expect(await claim('my/notes', { notes: 'my/link' })).toContain('folder of the notes');
  expect(await claim('my/notes/out', { notes: 'my/link' })).toContain('among the notes');
  expect(await claim('my', { notes: 'my/link' })).toContain('holds the notes');
});

test('a folder with other files is refused; --force accepts it', async () => {
  for (const kind of ['garden', 'cache', 'site'] as const) {
    expect(await claim('my/letters', { kind })).toContain('the garden did not write');
  }
  expect(await claim('my/letters', { force: true })).toBe('claimed');
  expect(await readFile(join(folder, 'my/letters/precious.txt'), 'utf8')).toBe('mine');
});

test('a folder with notes is refused, even with --force', async () => {
  for (const force of [false, true]) {
    expect(await claim('my/drafts', { force })).toContain('holds notes');
  }
});

test('a file is refused', async () => {
  expect(await claim('my/file')).toContain('is a file, not a folder');
  expect(await claim('my/file/deep/new')).toMatch(/my\/file” is a file, not a folder/);
});

test('nothing is made where there are no notes', async () => {
  expect(await claim('my/nowhere/.garden/records', { notes: 'my/nowhere' })).toContain(
    'There is no folder',
  );
  await expect(readdir(join(folder, 'my/nowhere'))).rejects.toThrow('ENOENT');
});

test('a new folder and an empty one are claimed, and are ours from then on', async () => {
  await mkdir(join(folder, 'empty'));
  for (const path of ['empty', 'new/deep', 'my/notes/.garden/site', 'my/Notes 2']) {
    expect(await claim(path)).toBe('claimed');
    await put(`${path}/A.md`, 'a copy of a page');
    expect(await claim(path)).toBe('claimed');
  }
});

test.for([
  ['garden', ['index.json', 'keys.json', 'graph.json', `pages/${record}`, 'files/a.png']],
  ['garden', ['index.json']],
  ['cache', ['notes.bin', 'astro/x', 'dates/y', 'diagrams/z']],
  ['site', ['_astro/a.css', 'explorer/a.json', 'llms.txt', 'random.json', 'search/x', 'a.md']],
] as const)('a %s of a version without a marker is recognised by %j', async ([kind, files]) => {
  for (const file of files) await put(`former/${file}`);
  expect(await claim('former', { kind })).toBe('claimed');
});

test.for([
  ['garden', ['index.json', 'keys.json', 'pages/One.md']],
  ['garden', ['index.json', 'keys.json', 'diary.txt']],
  ['garden', ['files/photo.jpg']],
  ['garden', ['index.json', 'files/photo.jpg']],
  ['cache', ['notes.bin', 'diary.txt']],
  ['site', ['_astro/a.css', 'index.html', '404.html']],
] as const)('no %s is recognised by %j', async ([kind, files]) => {
  for (const file of files) await put(`former/${file}`);
  expect(await claim('former', { kind })).not.toBe('claimed');
});

test('two outputs of a command are never one folder, nor one inside the site', async () => {
  const outputs = (site: string, garden: string) => [
    { kind: 'garden' as const, path: `${folder}/${garden}` },
    { kind: 'site' as const, path: `${folder}/${site}` },
  ];
  const notes = `${folder}/my/notes`;
  for (const [site, garden] of [
    ['out', 'out'],
    ['out', 'out/garden'],
  ] as const) {
    const claimed = claimFolders({ notes, outputs: outputs(site, garden), force: true });
    await expect(claimed).rejects.toThrow('which the same command writes');
  }
  expect(await tree()).not.toContain('out');
});
