import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
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
    timeoutMs,
  );
  return [isDone, output];
}

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
