import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withFolderLocks } from './folder-lock.ts';
import { UsageError } from './usage-error.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lock = () => join(folder, '.lock');

async function leaveLock(content: string, ageMs = 0): Promise<void> {
  await writeFile(lock(), content);
  const then = new Date(Date.now() - ageMs);
  await utimes(lock(), then, then);
}

async function runs(timeoutMs = 0): Promise<boolean> {
  return withFolderLocks([folder], { timeoutMs }, async () => true);
}

test('a folder is locked while the work runs, and free afterwards', async () => {
  const during = await withFolderLocks([folder], {}, () => readFile(lock(), 'utf8'));
  expect(JSON.parse(during)).toEqual({ pid: process.pid, host: hostname() });
  expect(await readdir(folder)).toEqual([]);
});

test('work that fails frees the folder', async () => {
  const work = () => Promise.reject(new Error('broken'));
  await expect(withFolderLocks([folder], {}, work)).rejects.toThrow('broken');
  expect(await readdir(folder)).toEqual([]);
});

test('of two commands one waits for the other, says so once, and both finish', async () => {
  const order: string[] = [];
  let finishFirst = () => {};
  const firstWork = new Promise<void>((resolve) => {
    finishFirst = resolve;
  });
  let first = Promise.resolve();
  await new Promise<void>((resolve) => {
    first = withFolderLocks([folder], {}, async () => {
      order.push('first starts');
      resolve();
      await firstWork;
      order.push('first ends');
    });
  });
  const onWait = (_: string, { pid }: { pid: number }) => {
    order.push(`second waits for ${pid === process.pid}`);
    setTimeout(finishFirst, 500);
  };
  await withFolderLocks([folder, join(folder, 'other')], { onWait }, async () => {
    order.push('second starts');
  });
  await first;
  expect(order).toEqual(['first starts', 'second waits for true', 'first ends', 'second starts']);
});

test('a lock that is held longer than the time-out is an error that names its process', async () => {
  await leaveLock(JSON.stringify({ pid: process.pid, host: hostname() }));
  await expect(runs()).rejects.toThrow(UsageError);
  await expect(runs()).rejects.toThrow(`process ${process.pid}`);
});

test('the lock of a process that was killed is taken over at once', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  await leaveLock(JSON.stringify({ pid, host: hostname() }));
  expect(await runs()).toBe(true);
});

test('an empty lock, and one without a heartbeat, are taken over', async () => {
  await leaveLock('', 5000);
  expect(await runs(10)).toBe(true);
  await leaveLock(JSON.stringify({ pid: process.pid, host: hostname() }), 11 * 60_000);
  expect(await runs(10)).toBe(true);
});

test('a lock of another machine is kept while it has a heartbeat', async () => {
  await leaveLock(JSON.stringify({ pid: 1, host: 'elsewhere' }));
  await expect(runs()).rejects.toThrow('process 1 on elsewhere');
});
