import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { loadSettings } from '../../settings/load-settings.ts';
import { UsageError } from '../../system/usage-error.ts';
import { init } from './init.ts';
import { gitHubPlace } from './new-files.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'garden-init-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => init(args, { GARDEN_NOTES: join(folder, 'My vault') });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

test('a vault gets settings that hold, and its output is kept from git', async () => {
  mkdirSync(join(folder, 'My vault'));
  expect(await run()).toBe(0);
  expect(loadSettings(join(folder, 'My vault'))).toMatchObject({ title: 'My vault', url: '' });
  expect(read('My vault/.garden/.gitignore').split('\n')).toEqual(
    expect.arrayContaining(['/site/', '/cache/', '/records/']),
  );
});

test('what is there stays as it is', async () => {
  mkdirSync(join(folder, 'My vault'));
  writeFileSync(join(folder, 'My vault/garden.yaml'), 'title: Mine\n');
  await run('--title', 'Other');
  expect(read('My vault/garden.yaml')).toBe('title: Mine\n');
});

test('the workflow pins the version, and knows where GitHub serves the repository', async () => {
  mkdirSync(join(folder, 'My vault'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(
    join(folder, '.git/config'),
    '[remote "origin"]\n\turl = git@github.com:Ada/notes.git\n',
  );
  await run('--pages');
  const workflow = parse(read('.github/workflows/garden.yml'));
  const steps: Record<string, unknown>[] = workflow.jobs.publish.steps;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(steps.find(({ env }) => env)).toEqual({
    run: `npx --yes knowledge-garden@${version} build`,
    'working-directory': 'My vault',
    env: { GARDEN_BASE: '${{ steps.pages.outputs.base_path }}/' },
  });
  expect(steps.find(({ id }) => id === 'pages')?.['uses']).toMatch(/^actions\/configure-pages@/u);
  const uses = steps.flatMap(({ uses: action }) => (action === undefined ? [] : [String(action)]));
  expect(uses.filter((action) => !/@[0-9a-f]{40}$/u.test(action))).toEqual([]);
  expect(loadSettings(join(folder, 'My vault'))).toMatchObject({
    url: 'https://ada.github.io',
    base: '/notes/',
  });
});

test('the workflow keeps the cache and the records between runs, and has the whole history', async () => {
  mkdirSync(join(folder, 'My vault'));
  mkdirSync(join(folder, '.git'));
  await run('--pages');
  const workflow = parse(read('.github/workflows/garden.yml'));
  const inputs = (action: string) =>
    workflow.jobs.publish.steps.find(({ uses = '' }) => uses.startsWith(`actions/${action}@`)).with;
  expect(inputs('checkout')).toMatchObject({ 'fetch-depth': 0 });
  expect(inputs('cache').path.trim().split('\n')).toEqual([
    'My vault/.garden/cache',
    'My vault/.garden/records',
  ]);
  expect(inputs('upload-pages-artifact')).toEqual({ path: 'My vault/.garden/site' });
  expect(workflow.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
});

test('the hook stops a commit with an error, reads only what is committed, and stays where one is', async () => {
  const vault = join(folder, 'My vault');
  mkdirSync(vault);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const program = resolve('scripts/knowledge-garden.ts');
  const fake = `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(bin, 'npx'), fake, { mode: 0o755 });
  const git = (...command: string[]) => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    const path = `${bin}:${process.env['PATH']}`;
    const env = { HOME: folder, PATH: path, GARDEN_PUBLISH: 'all', GIT_CONFIG_GLOBAL: '/dev/null' };
    return spawnSync('git', [...who, ...command], { cwd: folder, env, encoding: 'utf8' });
  };
  git('init', '--quiet');
  await run('--hook');
  writeFileSync(join(vault, 'A.md'), '```mermaid\nflowchart LR\n  a -->\n```\n');
  git('add', '--all', 'My vault');
  const refused = git('commit', '--message', 'A');
  expect({ status: refused.status, said: refused.stderr + refused.stdout }).toMatchObject({
    status: 1,
    said: expect.stringContaining('A.md:3:1 error invalid-diagram'),
  });
  writeFileSync(join(vault, 'B.md'), 'Fine.\n');
  git('add', '--all', 'My vault');
  expect(git('commit', '--message', 'B', '--', 'My vault/B.md').status).toBe(0);
  const hook = read('.git/hooks/pre-commit');
  await run('--hook');
  expect(read('.git/hooks/pre-commit')).toBe(hook);
});

test('the review of a pull request reads two commits, writes a summary and keeps the site', async () => {
  mkdirSync(join(folder, 'My vault'));
  mkdirSync(join(folder, '.git'));
  await run('--review');
  const workflow = parse(read('.github/workflows/garden-review.yml'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { steps, defaults } = workflow.jobs.review;
  expect({ on: workflow.on, permissions: workflow.permissions, ...defaults.run }).toEqual({
    on: 'pull_request',
    permissions: { contents: 'read' },
    'working-directory': 'My vault',
  });
  const garden = `npx --yes knowledge-garden@${version}`;
  expect(steps.map((step: { run?: string }) => step.run).slice(-4, -1)).toEqual([
    `${garden} diff HEAD^1 HEAD --format markdown >> "$GITHUB_STEP_SUMMARY"`,
    `${garden} check --since HEAD^1 --format github --fail-on never`,
    `${garden} build`,
  ]);
  expect(steps.at(-1).with.path).toBe('My vault/.garden/site');
  expect(existsSync(join(folder, '.github/workflows/garden.yml'))).toBe(false);
});

test('a workflow without a repository is refused, with nothing written', async () => {
  mkdirSync(join(folder, 'My vault'));
  await expect(run('--pages')).rejects.toThrow(UsageError);
  expect(existsSync(join(folder, 'My vault/garden.yaml'))).toBe(false);
});

test('a file in place of the owner’s folder is refused, with nothing written', async () => {
  mkdirSync(join(folder, 'My vault'));
  writeFileSync(join(folder, 'My vault/.garden'), '');
  await expect(run()).rejects.toThrow('is a file; the garden needs a folder of this name');
  expect(existsSync(join(folder, 'My vault/garden.yaml'))).toBe(false);
});

test('a folder that does not exist is refused', async () => {
  await expect(run()).rejects.toThrow(UsageError);
});

test.for([
  ['https://github.com/ada/notes', { url: 'https://ada.github.io', base: '/notes/' }],
  ['https://github.com/Ada/ada.github.io.git', { url: 'https://ada.github.io', base: '/' }],
  ['ssh://git@github.com/ada/a.b.git', { url: 'https://ada.github.io', base: '/a.b/' }],
  ['https://gitlab.com/ada/notes.git', null],
] as const)('GitHub serves %s where it does', ([url, place]) => {
  expect(gitHubPlace(`[core]\n[remote "origin"]\n\turl = ${url}\n`)).toEqual(place);
});
