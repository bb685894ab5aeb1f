import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readGitDates } from './git-dates.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-git-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const author = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org' };
const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.org' };

function git(place: string, ...command: readonly string[]): void {
  execFileSync('git', command, { cwd: place, env: env(), stdio: 'ignore' });
}

function env(date = '2026-01-01T12:00:00Z'): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = process.env;
  const own = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return { ...rest, ...author, ...committer, ...own };
}

async function start(place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  git(place, 'init', '--quiet', '--initial-branch=main');
}

async function put(place: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), text);
  }
}

/** Commits all that is in the repository; `date` with its time zone. */
function commit(place: string, date: string): void {
  git(place, 'add', '--all');
  const command = ['commit', '--quiet', '--message', 'x'];
  execFileSync('git', command, { cwd: place, env: env(date), stdio: 'ignore' });
}

async function datesOf(notes: string, ...roots: readonly string[]) {
  const vaults = roots.map((root) => ({ root }));
  const { dates, remark } = await readGitDates(notes, vaults, join(folder, 'cache'));
  const told = [...dates].map(([path, { created, modified }]) => `${path}: ${created} ${modified}`);
  return { dates: told.sort(), remark };
}

const poem = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n';

test('a note was written with the commit that added it, and changed with the last one', async () => {
  const notes = join(folder, 'notes');
  await start(folder);
  await put(notes, { 'a.md': 'a', 'b.md': 'b' });
  commit(folder, '2020-01-01T23:30:00+09:00');
  await put(notes, { 'b.md': 'b2' });
  commit(folder, '2021-02-03T00:30:00+09:00');
  await put(folder, { 'outside.md': 'x' });
  commit(folder, '2022-01-01T00:00:00Z');
  expect(await datesOf(notes)).toEqual({
    dates: ['a.md: 2020-01-01 2020-01-01', 'b.md: 2020-01-01 2021-02-03'],
    remark: '2 files in the git history',
  });
});

test('a note keeps its day under a new name, which alone is no change', async () => {
  await start(folder);
  await put(folder, { 'old.md': poem, 'was.md': poem.toUpperCase(), 'gone.md': 'x' });
  commit(folder, '2020-01-01T12:00:00Z');
  await rename(join(folder, 'old.md'), join(folder, 'new.md'));
  await rename(join(folder, 'was.md'), join(folder, 'is.md'));
  await put(folder, { 'is.md': `${poem.toUpperCase()}NINE\n` });
  await rm(join(folder, 'gone.md'));
  commit(folder, '2021-01-01T12:00:00Z');
  await put(folder, { 'old.md': 'another', 'gone.md': 'again' });
  commit(folder, '2022-01-01T12:00:00Z');
  expect((await datesOf(folder)).dates).toEqual([
    'gone.md: 2022-01-01 2022-01-01',
    'is.md: 2020-01-01 2021-01-01',
    'new.md: 2020-01-01 2020-01-01',
    'old.md: 2022-01-01 2022-01-01',
  ]);
});

test('odd and Chinese names are found as they are', async () => {
  // Windows allows none of the characters that git puts in quotes.
  const odd = process.platform === 'win32' ? 'a&b.md' : 'a\t"b\nc\\.md';
  await start(folder);
  await put(folder, {
    '学习/分布式 系统.md': 'a',
    [odd]: 'b',
    ['ü.md'.normalize('NFD')]: 'c',
  });
  commit(folder, '2020-01-01T12:00:00Z');
  expect((await datesOf(folder)).dates).toEqual([
    `${odd}: 2020-01-01 2020-01-01`,
    `${'ü.md'.normalize('NFC')}: 2020-01-01 2020-01-01`,
    '学习/分布式 系统.md: 2020-01-01 2020-01-01',
  ]);
});

test('a merge is no change of what its branches changed', async () => {
  await start(folder);
  await put(folder, { 'a.md': 'a', 'b.md': 'b' });
  commit(folder, '2020-01-01T12:00:00Z');
  git(folder, 'checkout', '--quiet', '-b', 'side');
  await put(folder, { 'a.md': 'a2' });
  commit(folder, '2020-02-01T12:00:00Z');
  git(folder, 'checkout', '--quiet', 'main');
  await put(folder, { 'c.md': 'c' });
  commit(folder, '2020-03-01T12:00:00Z');
  git(folder, 'merge', '--quiet', '--no-edit', '--no-ff', 'side');
  expect((await datesOf(folder)).dates).toEqual([
    'a.md: 2020-01-01 2020-02-01',
    'b.md: 2020-01-01 2020-01-01',
    'c.md: 2020-03-01 2020-03-01',
  ]);
});

test('what was not committed has no date', async () => {
  await start(folder);
  await put(folder, { 'a.md': 'a', 'b.md': 'b' });
  commit(folder, '2020-01-01T12:00:00Z');
  await put(folder, { 'b.md': 'b2', 'new.md': 'x' });
  expect((await datesOf(folder)).dates).toEqual([
    'a.md: 2020-01-01 2020-01-01',
    'b.md: 2020-01-01 ',
  ]);
});

test('a vault that is a repository of its own has its own history', async () => {
  await start(folder);
  await put(folder, { 'logseq/pages/a.md': 'a' });
  commit(folder, '2020-01-01T12:00:00Z');
  await start(join(folder, 'obsidian'));
  await put(folder, { 'obsidian/b.md': 'b' });
  commit(join(folder, 'obsidian'), '2021-01-01T12:00:00Z');
  expect(await datesOf(folder, 'logseq', 'obsidian')).toEqual({
    dates: ['logseq/pages/a.md: 2020-01-01 2020-01-01', 'obsidian/b.md: 2021-01-01 2021-01-01'],
    remark: '2 files in the git history',
  });
});

test('vaults of one repository below the notes folder share its history', async () => {
  const repository = join(folder, 'mine');
  await start(repository);
  await put(repository, { 'one/a.md': 'a', 'two/b.md': 'b' });
  commit(repository, '2020-01-01T12:00:00Z');
  expect((await datesOf(folder, 'mine/one', 'mine/two')).dates).toEqual([
    'mine/one/a.md: 2020-01-01 2020-01-01',
    'mine/two/b.md: 2020-01-01 2020-01-01',
  ]);
});

test('a shallow clone has no dates, and the summary says why', async () => {
  const whole = join(folder, 'whole');
  await start(whole);
  await put(whole, { 'a.md': 'a' });
  commit(whole, '2020-01-01T12:00:00Z');
  await put(whole, { 'b.md': 'b' });
  commit(whole, '2021-01-01T12:00:00Z');
  git(folder, 'clone', '--quiet', '--depth=1', pathToFileURL(whole).href, 'cut');
  expect(await datesOf(join(folder, 'cut'))).toEqual({
    dates: [],
    remark: 'none: the clone is shallow, see fetch-depth',
  });
});

test('outside of a repository, and before its first commit, there are no dates', async () => {
  await put(folder, { 'a.md': 'a' });
  const none = { dates: [], remark: 'none: the notes are in no git repository' };
  expect(await datesOf(folder)).toEqual(none);
  await start(folder);
  expect(await datesOf(folder)).toEqual(none);
});

test('without git there are no dates', async () => {
  const { PATH: path } = process.env;
  await start(folder);
  await put(folder, { 'a.md': 'a' });
  commit(folder, '2020-01-01T12:00:00Z');
  process.env['PATH'] = folder;
  try {
    expect((await datesOf(folder)).dates).toEqual([]);
  } finally {
    process.env['PATH'] = path;
  }
});

test('what is kept of one commit does not hold for the next', async () => {
  await start(folder);
  await put(folder, { '.gitignore': 'cache\n', 'a.md': 'a' });
  commit(folder, '2020-01-01T12:00:00Z');
  const first = await datesOf(folder);
  expect(await datesOf(folder)).toEqual(first);
  await put(folder, { 'a.md': 'a2' });
  commit(folder, '2021-01-01T12:00:00Z');
  expect((await datesOf(folder)).dates).toContain('a.md: 2020-01-01 2021-01-01');
});
