/** Whether the next build finds that there is nothing to build, and finds every reason to build. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stateOfGarden } from './kept-work.ts';
import { BuildRecord } from './last-build.ts';
import { SiteFolder } from './site-folder.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-last-build-'));
  await put('notes/A.md', 'one');
  await put('notes/.garden/theme.css', '');
  await put('garden/index.json', '[]');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

const folders = () => ({
  notes: join(root, 'notes'),
  garden: join(root, 'garden'),
  cache: join(root, 'cache'),
  site: join(root, 'site'),
});
const open = (environment: NodeJS.ProcessEnv = {}) => BuildRecord.open(folders(), environment);
const outcome = { lines: ['1 note'], isSound: true };
const period = { from: 1000, until: 2000 };

/** Does what a build does: `during` is what happens meanwhile. */
async function build(during: () => Promise<unknown> = async () => {}): Promise<void> {
  const record = await open();
  await record.forget();
  await during();
  const site = await SiteFolder.open(folders().site, folders().cache);
  await site.write('a/index.html', 'one');
  await site.finish();
  await record.keep({ ...outcome, ...period, garden: stateOfGarden(folders().garden) });
}

async function reason(environment?: NodeJS.ProcessEnv, now = 1500): Promise<string> {
  const last = await (await open(environment)).last(now);
  return 'outcome' in last ? last.outcome.lines.join() : last.reason;
}

test('nothing is to be built when nothing changed, and the user is told what they were told', async () => {
  expect(await reason()).toBe('nothing is known of the last build');
  await build();
  expect(await reason()).toBe('1 note');
  expect(await reason({ HOME: '/other', GARDEN_PASSWORD_FAMILY: 'secret' })).toBe('1 note');
});

const changes: readonly [string, string, () => Promise<unknown>][] = [
  ['a note', 'the notes or settings changed', () => put('notes/A.md', 'two')],
  ['a new file', 'the notes or settings changed', () => put('notes/b.png', '')],
  ['a setting', 'the notes or settings changed', () => put('notes/garden.yaml', 'title: One')],
  ['a style', 'the notes or settings changed', () => put('notes/.garden/theme.css', 'a')],
  ['a record', 'what the last build left changed', () => put('garden/index.json', '[0]')],
  ['a lost record', 'what the last build left changed', () => rm(join(root, 'garden/index.json'))],
  ['a file of the site', 'what the last build left changed', () => put('site/a/index.html', 'a')],
  ['a file too many', 'what the last build left changed', () => put('site/b.html', '')],
  [
    'no site',
    'what the last build left changed',
    () => rm(join(root, 'site'), { recursive: true }),
  ],
  [
    'a site that is not whole',
    'what the last build left changed',
    () => put('site/.knowledge-garden', 'incomplete'),
  ],
  [
    'no cache',
    'nothing is known of the last build',
    () => rm(join(root, 'cache'), { recursive: true }),
  ],
  ['a stopped build', 'nothing is known of the last build', async () => (await open()).forget()],
];

test.each(changes)('%s is a reason to build', async (_, expected, change) => {
  await build();
  await sleep(20);
  await change();
  expect(await reason()).toBe(expected);
});

test('the environment and the day are reasons to build', async () => {
  await build();
  expect(await reason({ GARDEN_PUBLISH: 'all' })).toBe('the environment changed');
  expect(await reason({ SOURCE_DATE_EPOCH: '1' })).toBe('the environment changed');
  expect(await reason({}, 999)).toBe('the day changed');
  expect(await reason({}, 2000)).toBe('the day changed');
});

test('a note that changes while it is built is built again', async () => {
  await build(() => put('notes/A.md', 'two'));
  expect(await reason()).not.toBe('1 note');
});

test('a commit is a reason to build', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      ...{ cwd: folders().notes, stdio: 'ignore' },
    });
  git('init');
  git('add', 'A.md');
  git('commit', '-m', 'One');
  await build();
  expect(await reason()).toBe('1 note');
  git('commit', '--allow-empty', '-m', 'Two');
  expect(await reason()).toBe('the git history changed');
});

test('a record that is damaged is none', async () => {
  await build();
  const name = join(root, 'cache/site');
  const file = (await readdir(name)).find((entry) => entry.endsWith('.last')) ?? '';
  const text = await readFile(join(name, file), 'utf8');
  await writeFile(join(name, file), text.replace('1 note', '2 note'));
  expect(await reason()).toBe('nothing is known of the last build');
});

test('a build that another one must try again is not kept', async () => {
  const record = await open();
  await record.keep({ ...outcome, from: 1000, until: 0, garden: 'a' });
  expect(await reason()).toBe('nothing is known of the last build');
});
