import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GardenImport } from '../../import/import-garden.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { noProgress } from '../../system/progress.ts';
import { UsageError } from '../../system/usage-error.ts';
import { importSettings } from '../owner-settings.ts';
import { check } from './check.ts';

let folder = '';
let printed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-check-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await put('notes/.obsidian/app.json', '{}');
  await put('notes/A.md', 'See [[B]] and [[Nowhere]].\n');
  await put('notes/B.md', 'Fine.\n');
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
  const who = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org' };
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.org' };
  const env = { ...process.env, ...who, ...committer, GIT_CONFIG_GLOBAL: '/dev/null' };
  execFileSync('git', command, { cwd: folder, env, stdio: 'ignore' });
}

function commitAll(): void {
  git('add', '--all', 'notes');
  git('commit', '--quiet', '--message', 'All');
}

/** The exit code, and what was printed. */
async function run(...args: readonly string[]): Promise<readonly [number, string]> {
  printed = [];
  const environment = {
    ...{ GARDEN_NOTES: join(folder, 'notes'), GARDEN_CACHE: join(folder, 'cache') },
    GARDEN_PUBLISH: 'all',
  };
  const code = await check(args, environment);
  return [code, printed.join('\n')];
}

const nowhere = 'A.md:1:15 warning unresolved-link  No note is called “Nowhere”.';

test('every diagnostic is printed with its line, and warnings do not fail', async () => {
  expect(await run()).toEqual([0, nowhere]);
});

test.for([
  ['error', 0],
  ['warning', 1],
  ['info', 1],
  ['never', 0],
] as const)('--fail-on %s gives %i for a warning', async ([level, code]) => {
  expect((await run('--fail-on', level))[0]).toBe(code);
});

test('an edit is seen by the next check, whose other results are kept', async () => {
  await run();
  await put('notes/B.md', '![[B]]\n');
  await put('notes/A.md', 'See [[B]].\n');
  expect((await run())[1]).toContain('B.md:1:1 warning embed-cycle');
  expect((await run())[1]).not.toContain('A.md');
  await put('notes/B.md', 'Fine.\n');
  expect(await run()).toEqual([0, '']);
});

test('by code, a line says how many places there are', async () => {
  await put('notes/B.md', '[[Nowhere]]\n');
  expect((await run('--by', 'code'))[1]).toBe(
    [
      'unresolved-link  warning, 2 places in 2 notes',
      '  A.md:1:15  No note is called “Nowhere”.',
      '  B.md:1:1  No note is called “Nowhere”.',
    ].join('\n'),
  );
});

test('a diagram that Mermaid cannot read is an error, in each run', async () => {
  await put('notes/B.md', '```mermaid\nflowchart LR\n  a -->\n```\n');
  const first = await run('notes/B.md', 'B.md');
  expect(first[0]).toBe(1);
  expect(first[1]).toMatch(/^B\.md:\d+:\d+ error invalid-diagram {2}/);
  expect(await run('B.md')).toEqual(first);
});

test('the named notes alone are reported', async () => {
  await put('notes/sub/C.md', '[[Nowhere]]\n');
  expect((await run('sub'))[1]).toMatch(/^sub\/C\.md:1:1 [^\n]*$/);
});

test('--since reports what the changes made wrong, in other notes as well', async () => {
  git('init', '--quiet');
  commitAll();
  expect(await run('--since', 'HEAD')).toEqual([0, '']);
  await unlink(join(folder, 'notes/B.md'));
  await put('notes/C.md', '[[Nobody]]\n');
  expect((await run('--since', 'HEAD'))[1].split('\n')).toEqual([
    'A.md:1:5 warning unresolved-link  No note is called “B”.',
    '',
    'C.md:1:1 warning unresolved-link  No note is called “Nobody”.',
  ]);
});

test('--staged reads what is staged, not the files', async () => {
  git('init', '--quiet');
  commitAll();
  await put('notes/B.md', '[[Staged]]\n');
  git('add', 'notes/B.md');
  await put('notes/B.md', '[[Not staged]]\n');
  expect((await run('--staged'))[1]).toBe(
    'B.md:1:1 warning unresolved-link  No note is called “Staged”.',
  );
  git('commit', '--quiet', '--message', 'Staged');
  expect(await run('--staged')).toEqual([0, '']);
});

test('--staged works before the first commit', async () => {
  git('init', '--quiet');
  git('add', 'notes/A.md');
  expect((await run('--staged'))[1].split('\n')).toEqual([
    'A.md:1:5 warning unresolved-link  No note is called “B”.',
    nowhere,
  ]);
});

test.for([
  [['--format', 'xml'], '--format is one of text, json, github, sarif, not “xml”.'],
  [['--staged', '--since', 'HEAD'], 'leave out --since'],
  [['--archive'], 'add --external'],
  [['--since', 'HEAD'], 'is in no git repository'],
] as const)('the arguments %j are refused', async ([args, sentence]) => {
  await expect(run(...args)).rejects.toThrow(UsageError);
  await expect(run(...args)).rejects.toThrow(sentence);
});

test('a revision that git does not know is refused', async () => {
  git('init', '--quiet');
  commitAll();
  await expect(run('--since', 'no-such')).rejects.toThrow('git knows no revision “no-such”');
});

test('--external asks for addresses of published notes, and names the line of a dead one', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/here' ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await put('notes/A.md', `Text.\n\nSee [it](${origin}/gone#part) and ${origin}/here\n`);
    await put('notes/B.md', `![[A]]\n\n\`\`\`\n${origin}/code\n\`\`\`\n`);
    await put('notes/private/C.md', `${origin}/private\n`);
    expect(await run('--external')).toEqual([
      0,
      `A.md:3:10 warning dead-address  ${origin}/gone answers 404.`,
    ]);
  } finally {
    server.close();
  }
});

test('JSON has counts and diagnostics; annotations lead from the root of the repository', async () => {
  git('init', '--quiet');
  const report = JSON.parse((await run('--format', 'json'))[1]);
  expect(report).toMatchObject({
    notes: 2,
    counts: { error: 0, warning: 1, info: 0 },
    diagnostics: [{ code: 'unresolved-link', severity: 'warning', path: 'A.md', line: 1 }],
  });
  expect((await run('--format', 'github'))[1]).toBe(
    '::warning file=notes/A.md,line=1,col=15,title=unresolved-link::No note is called “Nowhere”.',
  );
});

test('it reports what an import of the same notes reports', async () => {
  await put(
    'notes/C.md',
    '![[gone.png]] [[#None]] $\\frac{1$ [@nobody] ![](https://a.example/p.png)\n',
  );
  await put('notes/works.bib', '@book{one, title = {One}}\n@book{two, title = {\n');
  await put('notes/D.md', '---\npublish: perhaps\n---\n```mermaid\nflowchart LR\n  a -->\n```\n');
  const [notes, out, cache] = ['notes', 'out', 'other'].map((name) => join(folder, name));
  const settings = importSettings(notes ?? '', loadSettings(notes ?? ''), {
    GARDEN_PUBLISH: 'all',
  });
  const imported = new GardenImport(
    { notes: notes ?? '', out: out ?? '', cache: cache ?? '' },
    settings,
  );
  const { diagnostics } = await imported.run(noProgress);
  const codes = new Set(diagnostics.map(({ code }) => code));
  expect([...codes].sort()).toEqual([
    'invalid-bibliography',
    'invalid-formula',
    'invalid-property',
    'missing-asset',
    'missing-heading',
    'remote-picture',
    'unknown-citation',
    'unresolved-link',
  ]);
  const report = JSON.parse((await run('--format', 'json'))[1]);
  expect(report.diagnostics).toMatchObject(diagnostics);
});
