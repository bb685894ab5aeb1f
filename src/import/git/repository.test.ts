import { tmpdir } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { runGit } from './repository.ts';

async function run(script: string, timeoutMs?: number): Promise<readonly [boolean, string]> {
  let output = '';
  const command = ['-c', `alias.asked=!${script}`, 'asked'];
  const isDone = await runGit(
    tmpdir(),
    command,
    (piece) => {
      output += piece;
    },
    timeoutMs === undefined ? {} : { timeoutMs },
  );
  return [isDone, output];
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the output of git is passed on', async () => {
  expect(await run('echo 日志')).toEqual([true, '日志\n']);
});

test('a git that fails differs from one without output', async () => {
  expect(await run('true')).toEqual([true, '']);
  expect(await run('false')).toEqual([false, '']);
});

test('a git that hangs is stopped after the time limit', async () => {
  expect(await run('echo first; sleep 10', 500)).toEqual([false, 'first\n']);
}, 5000);

test.each(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE'])(
  'git does not follow %s, which a hook sets for another repository',
  async (name) => {
    vi.stubEnv(name, tmpdir());
    expect(await run(`echo "[$${name}]"`)).toEqual([true, '[]\n']);
  },
);
