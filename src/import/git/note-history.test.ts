import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageRecordFile } from '../../garden/record-files.ts';
import { noProgress } from '../../system/progress.ts';
import { GardenImport } from '../import-garden.ts';
import { readNoteHistory } from './note-history.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'garden-history-'));
  git('init', '--quiet');
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...command: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=a@example.org', ...command], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
  });
}

function commit(day: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', day, '--date', `${day}T12:00:00Z`);
}

const history = async () =>
  Object.fromEntries(await readNoteHistory(folder, join(folder, '.cache')));

test('each day has the words that came and went, under older names as well', async () => {
  writeFileSync(join(folder, '笔 记.md'), 'one two three\n一致性\nlast line stays here\n');
  commit('2026-01-01');
  writeFileSync(join(folder, '笔 记.md'), 'one 2 three\n一致\nlast line stays here\n-- more\n');
  commit('2026-01-02');
  renameSync(join(folder, '笔 记.md'), join(folder, 'New.md'));
  writeFileSync(join(folder, 'Other.md'), '++ x\n');
  commit('2026-01-03');
  expect(await history()).toEqual({
    'New.md': [
      { day: '2026-01-02', added: 2, removed: 2 },
      { day: '2026-01-01', added: 10, removed: 0 },
    ],
    'Other.md': [{ day: '2026-01-03', added: 1, removed: 0 }],
  });
});

test('words that only move are no change, and two commits of a day are one', async () => {
  writeFileSync(join(folder, 'A.md'), 'one\ntwo\n');
  commit('2026-01-01');
  writeFileSync(join(folder, 'A.md'), 'two\none\n');
  commit('2026-01-02');
  writeFileSync(join(folder, 'A.md'), 'two\none\nthree\n');
  commit('2026-01-03');
  writeFileSync(join(folder, 'A.md'), 'two\none\n');
  commit('2026-01-03');
  expect(await history()).toEqual({
    'A.md': [
      { day: '2026-01-03', added: 1, removed: 1 },
      { day: '2026-01-01', added: 2, removed: 0 },
    ],
  });
});

test('a new commit is seen although the history was kept', async () => {
  writeFileSync(join(folder, 'A.md'), 'one\n');
  commit('2026-01-01');
  await history();
  writeFileSync(join(folder, 'A.md'), 'one two\n');
  commit('2026-01-05');
  expect((await history())['A.md']).toHaveLength(2);
});

test('without a repository there is none', async () => {
  rmSync(join(folder, '.git'), { recursive: true });
  expect(await history()).toEqual({});
});

test.for([true, false])(
  'a page has the history only where the owner shows it: %s',
  async (showHistory) => {
    writeFileSync(join(folder, 'A.md'), 'one two\n');
    commit('2026-01-01');
    const out = join(folder, '.out');
    const policy = {
      ...({ publish: 'all', url: '', base: '/', lang: 'en' } as const),
      ...({ collapsed: 'open', embedDepth: 5 } as const),
    };
    const folders = { notes: folder, out, cache: join(folder, '.cache') };
    await new GardenImport(folders, { policy, showHistory }).run(noProgress);
    const page = JSON.parse(readFileSync(join(out, pageRecordFile('a')), 'utf8'));
    expect(page.history).toEqual(
      showHistory ? [{ day: '2026-01-01', added: 2, removed: 0 }] : undefined,
    );
  },
);
