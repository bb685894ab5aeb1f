import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { askGit } from './repository.ts';

async function asked(script: string, patience?: number): Promise<readonly [boolean, string]> {
  let heard = '';
  const command = ['-c', `alias.asked=!${script}`, 'asked'];
  const isDone = await askGit(
    tmpdir(),
    command,
    (piece) => {
      heard += piece;
    },
    patience,
  );
  return [isDone, heard];
}

test('what git says is handed on', async () => {
  expect(await asked('echo 日志')).toEqual([true, '日志\n']);
});

test('a git that fails is told from one that has nothing to say', async () => {
  expect(await asked('true')).toEqual([true, '']);
  expect(await asked('false')).toEqual([false, '']);
});

test('a git that hangs is not waited for', async () => {
  expect(await asked('echo first; sleep 10', 500)).toEqual([false, 'first\n']);
}, 5000);
