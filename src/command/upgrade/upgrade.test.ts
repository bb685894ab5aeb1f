import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UsageError } from '../../system/usage-error.ts';
import { newestRelease } from './releases.ts';
import { upgrade } from './upgrade.ts';

let folder = '';
let engine = '';
let garden = '';

function git(where: string, ...command: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@a.example'];
  return execFileSync('git', [...identity, ...command], { cwd: where, encoding: 'utf8' }).trim();
}

function put(where: string, path: string, text: string): void {
  mkdirSync(dirname(join(where, path)), { recursive: true });
  writeFileSync(join(where, path), text);
}

function commit(where: string, message: string): void {
  git(where, 'add', '-A');
  git(where, 'commit', '-q', '-m', message);
}

function read(path: string): string | null {
  const location = join(garden, path);
  return existsSync(location) ? readFileSync(location, 'utf8') : null;
}

/** Runs the command in the garden and gives what it prints. */
async function run(...args: string[]): Promise<string> {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
  expect(await upgrade(args, {}, garden)).toBe(0);
  return printed.join('\n');
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'garden-upgrade-'));
  engine = join(folder, 'engine');
  garden = join(folder, 'garden');
  for (const role of ['AUTHOR', 'COMMITTER']) {
    vi.stubEnv(`GIT_${role}_NAME`, 'A');
    vi.stubEnv(`GIT_${role}_EMAIL`, 'a@a.example');
  }
  mkdirSync(engine);
  git(engine, 'init', '-q', '-b', 'main');
  put(engine, 'src/engine.ts', 'one\n');
  put(engine, 'src/old.ts', 'old\n');
  put(engine, 'notes/obsidian/Kafka.md', 'sample\n');
  put(engine, 'notes/obsidian/Raft.md', 'sample\n');
  put(engine, 'notes/garden.yaml', 'title: Demo\n');
  commit(engine, 'One');
  git(engine, 'tag', 'v1.0.0');
  git(folder, 'clone', '-q', engine, garden);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** What an owner does with a clone: deletes the samples, writes notes, settings, theme and slots. */
function adopt(): void {
  rmSync(join(garden, 'notes'), { recursive: true });
  put(garden, 'notes/Mine.md', 'mine\n');
  put(garden, 'notes/garden.yaml', 'title: Mine\n');
  put(garden, 'notes/.garden/theme.css', ':root { --accent: red }\n');
  put(garden, 'notes/.garden/head.html', '<meta name="a">\n');
  commit(garden, 'Mine');
}

/** The next release: the engine, its samples and their settings change, a sample and a file come and go. */
function release(tag = 'v1.1.0'): void {
  put(engine, 'src/engine.ts', 'two\n');
  rmSync(join(engine, 'src/old.ts'));
  put(engine, 'notes/obsidian/Kafka.md', 'sample, changed\n');
  put(engine, 'notes/obsidian/New.md', 'sample\n');
  rmSync(join(engine, 'notes/obsidian/Raft.md'));
  put(engine, 'notes/garden.yaml', 'title: Demo, changed\n');
  commit(engine, 'Two');
  git(engine, 'tag', tag);
}

function expectUpgraded(): void {
  expect(read('src/engine.ts')).toBe('two\n');
  expect(git(garden, 'ls-files', 'notes').split('\n')).toEqual([
    'notes/.garden/head.html',
    'notes/.garden/theme.css',
    'notes/Mine.md',
    'notes/garden.yaml',
  ]);
  expect(read('notes/garden.yaml')).toBe('title: Mine\n');
  expect(read('notes/obsidian/Kafka.md')).toBeNull();
  expect(git(garden, 'status', '--porcelain')).toBe('');
}

test('an upgrade takes the engine’s changes and leaves the owner’s notes, settings and theme', async () => {
  adopt();
  release();
  expect(await run()).toBe('Upgraded to v1.1.0. Run “npm ci” before the next command.');
  expectUpgraded();
  expect(read('src/old.ts')).toBeNull();
  expect(git(garden, 'tag')).toBe('v1.0.0');
  expect(await run()).toBe('The garden is up to date with origin: v1.1.0.');
});

test('the newest release counts, not what came after it', async () => {
  adopt();
  release();
  put(engine, 'src/engine.ts', 'unfinished\n');
  commit(engine, 'Three');
  await run();
  expectUpgraded();
});

test('without releases the engine’s branch counts', async () => {
  adopt();
  release();
  git(engine, 'tag', '-d', 'v1.0.0', 'v1.1.0');
  expect(await run()).toMatch(/^Upgraded to [0-9a-f]{7,}\./);
  expectUpgraded();
});

test('samples that the owner keeps or changed stay as they are, too', async () => {
  put(garden, 'notes/obsidian/Kafka.md', 'my own words\n');
  commit(garden, 'Mine');
  release();
  await run();
  expect(read('notes/obsidian/Kafka.md')).toBe('my own words\n');
  expect(read('notes/obsidian/Raft.md')).toBe('sample\n');
  expect(read('notes/obsidian/New.md')).toBeNull();
  expect(read('src/engine.ts')).toBe('two\n');
});

test('an owner without any notes in the project gets none', async () => {
  rmSync(join(garden, 'notes'), { recursive: true });
  commit(garden, 'Elsewhere');
  release();
  await run();
  expect(git(garden, 'ls-files', 'notes')).toBe('');
});

test('a garden that shares no history with the engine is joined to it', async () => {
  adopt();
  rmSync(join(garden, '.git'), { recursive: true });
  git(garden, 'init', '-q', '-b', 'main');
  commit(garden, 'From a template');
  git(garden, 'remote', 'add', 'upstream', engine);
  release();
  await run();
  expectUpgraded();
});

test.for<[string, (() => void) | null, string[], string]>([
  [
    'changes that are not committed',
    () => put(garden, 'notes/obsidian/Kafka.md', 'unsaved\n'),
    [],
    'There are changes that are not committed: commit them, then upgrade.',
  ],
  [
    'a file that git does not know',
    () => put(garden, 'notes/New.md', 'unsaved\n'),
    [],
    'There are changes that are not committed: commit them, then upgrade.',
  ],
  [
    'an unknown remote',
    null,
    ['--remote', 'nobody'],
    'There is no remote “nobody”: add it with “git remote add nobody ADDRESS”.',
  ],
  [
    'no remote at all',
    () => void git(garden, 'remote', 'remove', 'origin'),
    [],
    'No remote says where the engine comes from: add it with “git remote add upstream ADDRESS”.',
  ],
])('%s gets one sentence, and nothing is changed', async ([, prepare, args, sentence]) => {
  release();
  prepare?.();
  const before = [git(garden, 'rev-parse', 'HEAD'), git(garden, 'status', '--porcelain')];
  await expect(upgrade(args, {}, garden)).rejects.toThrow(new UsageError(sentence));
  expect([git(garden, 'rev-parse', 'HEAD'), git(garden, 'status', '--porcelain')]).toEqual(before);
});

test('a remote that cannot be reached gets one sentence', async () => {
  git(garden, 'remote', 'set-url', 'origin', join(folder, 'nowhere'));
  await expect(upgrade([], {}, garden)).rejects.toThrow(
    /^git fetch failed: '[^\n]*nowhere' does not appear to be a git repository$/,
  );
});

test('an engine file that both changed stops the upgrade before anything is changed', async () => {
  adopt();
  put(garden, 'src/engine.ts', 'my own engine\n');
  commit(garden, 'Tinker');
  release();
  await expect(upgrade([], {}, garden)).rejects.toThrow(
    'You and v1.1.0 both changed src/engine.ts, which belongs to the engine: nothing was upgraded.',
  );
  expect(read('src/engine.ts')).toBe('my own engine\n');
  expect(read('notes/Mine.md')).toBe('mine\n');
  expect(git(garden, 'status', '--porcelain')).toBe('');
});

test.for<[string[], string | null]>([
  [['v1.9.0', 'v1.10.0', 'v1.2.30'], 'v1.10.0'],
  [['v2.0.0-rc.1', 'v1.0.0', 'nightly', ''], 'v1.0.0'],
  [[''], null],
])('of %j the newest release is %s', ([tags, newest]) => {
  expect(newestRelease(tags)).toBe(newest);
});
