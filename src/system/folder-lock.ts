/** Locks of folders, so that two commands never write into one folder at the same time. */
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './error-code.ts';
import { UsageError } from './usage-error.ts';
import { withPath } from './with-path.ts';

/** The process that holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

export interface LockSettings {
  /** Called once when another process holds a lock, before waiting for it. */
  readonly onWait?: (folder: string, holder: LockHolder) => void;
  /** How long to wait for one lock before giving up. */
  readonly timeoutMs?: number;
}

/** Name of the file in a locked folder. */
export const lockName = '.lock';
const pollMs = 200;
/** The holder touches its lock this often. */
const heartbeatMs = 10_000;
/** A lock without a heartbeat for this long is abandoned, even if a process has its number. */
const abandonedMs = 10 * 60_000;
/** A lock file without content is only for a moment: its writer was killed. */
const emptyMs = 3000;

/**
 * Runs `work` while this process holds the locks of all folders, and releases them afterwards. The
 * folders are created. A lock whose process has ended is taken over.
 * @throws UsageError when another process keeps a lock for longer than the time-out.
 */
export async function withFolderLocks<Result>(
  folders: readonly string[],
  settings: LockSettings,
  work: () => Promise<Result>,
): Promise<Result> {
  const held: string[] = [];
  const release = () => {
    for (const lock of held.splice(0)) rmSync(lock, { force: true });
  };
  // Covers `process.exit` by a signal handler or a library.
  process.once('exit', release);
  const heartbeat = setInterval(() => touch(held), heartbeatMs).unref();
  try {
    // In one order everywhere: two commands that need the same folders cannot wait for each other.
    for (const folder of [...new Set(folders.map((path) => resolve(path)))].sort()) {
      held.push(await acquire(folder, settings));
    }
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

async function acquire(folder: string, settings: LockSettings): Promise<string> {
  const { onWait, timeoutMs = 15 * 60_000 } = settings;
  const lock = join(folder, lockName);
  const own = JSON.stringify({ pid: process.pid, host: hostname() });
  const start = performance.now();
  for (let waiting = false; ; ) {
    await mkdir(folder, { recursive: true });
    if (await create(lock, own)) return lock;
    const content = await readFile(lock, 'utf8').catch(() => null);
    if (content === null) continue;
    const holder = holderOf(content);
    if (await isAbandoned(lock, holder)) {
      await takeAway(lock, content);
      continue;
    }
    if (performance.now() - start > timeoutMs) {
      throw new UsageError(`“${folder}” is in use by ${describe(holder)}: try again when it ends.`);
    }
    if (!waiting && holder) onWait?.(folder, holder);
    waiting = true;
    await sleep(pollMs);
  }
}

async function create(lock: string, content: string): Promise<boolean> {
  try {
    withPath(lock, () => writeFileSync(lock, content, { flag: 'wx' }));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(content: string): LockHolder | null {
  try {
    const { pid, host } = JSON.parse(content);
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null;
  } catch {
    return null;
  }
}

async function isAbandoned(lock: string, holder: LockHolder | null): Promise<boolean> {
  const found = await stat(lock).catch(() => null);
  if (!found) return false;
  const ageMs = Date.now() - found.mtimeMs;
  if (!holder) return ageMs > emptyMs;
  if (holder.host === hostname() && !isRunning(holder.pid)) return true;
  return ageMs > abandonedMs;
}

/** Removes an abandoned lock, and only that one: another process may have replaced it meanwhile. */
async function takeAway(lock: string, content: string): Promise<void> {
  const aside = `${lock}.${process.pid}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  const taken = await readFile(aside, 'utf8').catch(() => content);
  if (taken === content) await rm(aside, { force: true });
  else await rename(aside, lock);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process exists, though it may not be signalled.
    return errorCode(error) === 'EPERM';
  }
}

function touch(locks: readonly string[]): void {
  const now = new Date();
  for (const lock of locks) utimes(lock, now, now).catch(() => {});
}

function describe(holder: LockHolder | null): string {
  return holder ? `another command (process ${holder.pid} on ${holder.host})` : 'another command';
}
