import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UsageError } from '../../system/usage-error.ts';
import { diff } from './diff.ts';

let folder = '';
let printed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-diff-'));
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
  await put('notes/.obsidian/app.json', '{}');
  await put('notes/A.md', '---\npublish: true\n---\nSee [[B]] and [[Secret]]. #old\n');
  await put(
    'notes/B.md',
    '---\npublish: true\n---\n# Heading\n\nFine, and long enough to be recognised.\n',
  );
  await put('notes/Secret.md', '![[photo.png]]\n');
  await put('notes/photo.png', 'x');
  git('init', '--quiet');
  commit();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function git(...command: readonly string[]): void {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' };
  execFileSync('git', [...who, ...command], { cwd: folder, env, stdio: 'ignore' });
}

function commit(): void {
  git('add', '--all', 'notes');
  git('commit', '--quiet', '--message', 'All');
}

async function run(...args: readonly string[]): Promise<string> {
  printed = [];
  const environment = {
    ...{ GARDEN_NOTES: join(folder, 'notes'), GARDEN_CACHE: join(folder, 'cache') },
  };
  expect(await diff(args, environment)).toBe(0);
  return printed.join('\n');
}

const json = async (...args: string[]) => JSON.parse(await run(...args, '--format', 'json'));

test('two versions of the same notes do not differ', async () => {
  expect(await run('HEAD', 'HEAD')).toBe('Nothing changes on the site.');
  expect(await run('HEAD')).toBe('Nothing changes on the site.');
});

test('notes of a repository inside of the notes are no change, whatever is done in it', async () => {
  execFileSync('git', ['init', '--quiet', join(folder, 'notes/inner')]);
  await put('notes/inner/C.md', '---\npublish: true\n---\n[[B]] [[Nowhere]]\n');
  expect(await run('HEAD')).toBe('Nothing changes on the site.');
  await put('notes/inner/C.md', '---\npublish: true\n---\n[[Elsewhere]]\n');
  expect(await run('HEAD')).toBe('Nothing changes on the site.');
  expect(await run('HEAD', 'HEAD')).toBe('Nothing changes on the site.');
  await rm(join(folder, 'notes/inner'), { recursive: true });
  expect(await run('HEAD')).toBe('Nothing changes on the site.');
});

test('what becomes public is shouted first, with the files that it shows', async () => {
  await put('notes/Secret.md', '---\npublish: true\n---\n![[photo.png]]\n');
  const text = await run('HEAD');
  expect(text.split('\n').slice(0, 4)).toEqual([
    '!! BECOMES PUBLIC (2)',
    '  More people than before will be able to read these.',
    '  Secret.md  at /secret/',
    '  photo.png  a file that a published note shows',
  ]);
  expect(text.split('\n').at(-1)).toMatch(/^2 BECOME PUBLIC, 1 note changed/);
});

test('a pattern of the settings that no longer hides a folder makes its notes public', async () => {
  await put('notes/garden.yaml', 'publish: all\nignore: [Secret.md]\n');
  commit();
  await put('notes/garden.yaml', 'publish: all\nignore: []\n');
  expect((await json('HEAD')).becomePublic.map(({ path }: { path: string }) => path)).toEqual([
    'Secret.md',
  ]);
});

test('what becomes private is shouted as well, and no redirect is proposed to it', async () => {
  await put('notes/B.md', '---\npublish: false\n---\n');
  const changes = await json('HEAD');
  expect(changes.becomePrivate).toMatchObject([{ path: 'B.md' }]);
  expect(changes.lostAddresses).toEqual([]);
});

test('a renamed note is no new one; its address is lost until the line is written', async () => {
  await rename(join(folder, 'notes/B.md'), join(folder, 'notes/Better.md'));
  await put('notes/A.md', '---\npublish: true\n---\nSee [[Better]]. #new\n');
  commit();
  const changes = await json('HEAD~1', 'HEAD');
  expect(changes).toMatchObject({ added: [], removed: [], tagsMade: ['new'], tagsGone: ['old'] });
  expect(changes.renamed).toMatchObject([
    { before: { path: 'B.md' }, after: { path: 'Better.md' } },
  ]);
  const lost = { address: '/b/', path: 'B.md', newPath: 'Better.md', line: 'aliases: [B]' };
  expect(changes.lostAddresses).toEqual([lost]);
  const text = '# Heading\n\nFine, and long enough to be recognised.\n';
  await put('notes/Better.md', `---\npublish: true\n${lost.line}\n---\n${text}`);
  expect((await json('HEAD~1')).lostAddresses).toEqual([]);
});

test('a file that was renamed without git is recognised by its text', async () => {
  await rename(join(folder, 'notes/B.md'), join(folder, 'notes/Better.md'));
  expect((await json('HEAD')).renamed).toHaveLength(1);
});

test('links that break have the line of the note that holds them', async () => {
  await unlink(join(folder, 'notes/B.md'));
  const changes = await json('HEAD');
  expect(changes.broken).toMatchObject([
    { code: 'unresolved-link', path: 'A.md', line: 4, severity: 'warning' },
  ]);
  expect(changes.removed).toMatchObject([{ path: 'B.md' }]);
  expect(changes.linksRemoved).toEqual([{ path: 'A.md', line: 4, to: 'B' }]);
});

test('a diagram that fails is named, and then that it was mended', async () => {
  await put('notes/B.md', '---\npublish: true\n---\n```mermaid\nflowchart LR\n  a -->\n```\n');
  const changes = await json('HEAD');
  expect(changes.failedDiagrams).toMatchObject([{ path: 'B.md', code: 'invalid-diagram' }]);
  expect(changes.verdict).toContain('1 diagram failing');
  commit();
  await put('notes/B.md', '---\npublish: true\n---\n```mermaid\nflowchart LR\n  a --> b\n```\n');
  expect(await json('HEAD')).toMatchObject({
    failedDiagrams: [],
    mended: [{ path: 'B.md', code: 'invalid-diagram' }],
  });
});

test('a page that grows is weighed with the files that it shows', async () => {
  await put('notes/photo.png', 'x'.repeat(40_000));
  await put('notes/B.md', '---\npublish: true\n---\n![[photo.png]]\n');
  expect(await run('HEAD')).toMatch(/Weight of pages \(1\)\n {2}B\.md {2}0 kB → 40 kB/);
});

test('Markdown says the verdict first, opens alarms and folds the rest', async () => {
  await put('notes/Secret.md', '---\npublish: true\n---\n');
  await put('notes/New *note*.md', '[[Nowhere]]\n');
  const text = await run('HEAD', '--format', 'markdown');
  expect(text).toMatch(/^## Garden\n\nWhat this change .*: \*\*1 BECOMES PUBLIC/);
  expect(text).toContain('### ⚠️ BECOMES PUBLIC (1)');
  expect(text).toContain('<details><summary>Notes added (1)</summary>');
  expect(text).toContain('- `New *note*.md` not published: ');
});

test('two files of a graph are compared by what they publish', async () => {
  const graph = (notes: readonly object[]) => JSON.stringify({ notes, ghosts: [] });
  const note = { id: 'a', path: 'A.md', title: 'A', permalink: '/a/', dialect: 'logseq' };
  const parts = { lang: 'en', tags: [], aliases: [], journal: null, links: [], backlinks: [] };
  await put('old.json', graph([{ ...note, ...parts }]));
  await put('new.json', graph([]));
  const files = [join(folder, 'old.json'), join(folder, 'new.json')] as const;
  expect(await json(...files)).toMatchObject({
    removed: [{ path: 'A.md' }],
    lostAddresses: [{ address: '/a/', line: 'alias:: A' }],
  });
  await put('new.json', '[]');
  await expect(run(...files)).rejects.toThrow('is not a graph.json');
});

test.for([[[]], [['a', 'b', 'c']], [['HEAD', '--format', 'xml']], [['no-such']]] as const)(
  'the arguments %j are refused',
  async ([args]) => {
    await expect(run(...args)).rejects.toThrow(UsageError);
  },
);
