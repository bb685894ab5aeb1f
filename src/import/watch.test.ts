import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWatched, watchFolder } from './watch.ts';

let folder = '';
let stop = new AbortController();
let ended: Promise<void> = Promise.resolve();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-watch-'));
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await ended;
  await rm(folder, { recursive: true, force: true });
});

/** Watches the folder; `next()` resolves after the next import. */
async function watching(onChange: () => Promise<void> = async () => {}) {
  const errors: unknown[] = [];
  const paths: string[] = [];
  let resolveNext = () => {};
  let changes = 0;
  const ready = new Promise<void>((onReady) => {
    ended = watchFolder(folder, {
      onReady,
      signal: stop.signal,
      onError: (error) => errors.push(error),
      async onChange(changed) {
        changes++;
        paths.push(...changed);
        try {
          await onChange();
        } finally {
          setTimeout(resolveNext);
        }
      },
    });
  });
  await ready;
  return {
    errors,
    paths,
    changes: () => changes,
    next: () =>
      new Promise<void>((resolve) => {
        resolveNext = resolve;
      }),
  };
}

test('a folder named from the working folder is watched, too', async () => {
  folder = relative('.', folder);
  const watch = await watching();
  const next = watch.next();
  await writeFile(join(folder, 'A.md'), 'a');
  await next;
  expect(watch.errors).toEqual([]);
});

test('a folder that is a link is watched where it leads', async () => {
  const target = folder;
  await symlink(target, `${target}-link`, 'junction');
  folder = `${target}-link`;
  try {
    const watch = await watching();
    const next = watch.next();
    await writeFile(join(target, 'A.md'), 'a');
    await next;
    expect(watch.errors).toEqual([]);
  } finally {
    await rm(folder);
    folder = target;
  }
});

test('a saved note, a note in a new folder and a removed note are changes', async () => {
  const watch = await watching();
  let next = watch.next();
  await writeFile(join(folder, 'A.md'), 'a');
  await next;
  next = watch.next();
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'sub', 'B.md'), 'b');
  await next;
  next = watch.next();
  await rm(join(folder, 'A.md'));
  await next;
  expect(watch.errors).toEqual([]);
});

test('files saved together are one change', async () => {
  const watch = await watching();
  const next = watch.next();
  await Promise.all(['A', 'B', 'C'].map((name) => writeFile(join(folder, `${name}.md`), name)));
  await next;
  expect(watch.changes()).toBe(1);
  expect(watch.paths.toSorted()).toEqual(['A.md', 'B.md', 'C.md']);
});

test('a change is told by its path below the folder, as the engine knows it', async () => {
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'sub', 'Cafe\u0301.md'), 'a');
  const watch = await watching();
  const next = watch.next();
  await writeFile(join(folder, 'sub', 'Cafe\u0301.md'), 'b');
  await next;
  expect(watch.paths).toEqual(['sub/Caf\u00e9.md']);
});

test('a change during an import is imported after it, never beside it', async () => {
  const started: (() => void)[] = [];
  let running = 0;
  let maxRunning = 0;
  const finish: (() => void)[] = [];
  const watch = await watching(async () => {
    running++;
    maxRunning = Math.max(maxRunning, running);
    for (const resolve of started.splice(0)) resolve();
    await new Promise<void>((resolve) => finish.push(resolve));
    running--;
  });
  const nextStart = () => new Promise<void>((resolve) => started.push(resolve));
  let start = nextStart();
  await writeFile(join(folder, 'A.md'), 'a');
  await start;
  start = nextStart();
  await writeFile(join(folder, 'A.md'), 'b');
  // Longer than the watch waits for further changes: an import beside the first would start now.
  await new Promise((resolve) => setTimeout(resolve, 500));
  finish.pop()?.();
  await start;
  finish.pop()?.();
  expect([maxRunning, watch.errors]).toEqual([1, []]);
});

test('an import that fails is reported, and the next change is imported', async () => {
  let runs = 0;
  const watch = await watching(async () => {
    if (++runs === 1) throw new Error('the disk is full');
  });
  let next = watch.next();
  await writeFile(join(folder, 'A.md'), '1');
  await next;
  next = watch.next();
  await writeFile(join(folder, 'A.md'), '2');
  await next;
  expect(watch.errors).toEqual([new Error('the disk is full')]);
  expect(runs).toBe(2);
});

test('files that appear and vanish at once do not end the watch', async () => {
  const watch = await watching();
  for (let index = 0; index < 60; index++) {
    await writeFile(join(folder, `t${index}.md`), 'x');
    await rm(join(folder, `t${index}.md`));
  }
  const next = watch.next();
  await writeFile(join(folder, 'Last.md'), 'x');
  await next;
  expect(watch.errors).toEqual([]);
});

test.for([
  ['', true],
  ['/A.md', true],
  ['/sub/note.txt', true],
  ['/vault/.obsidian/app.json', true],
  ['\\vault\\.obsidian', true],
  ['/vault/.git/index', false],
  ['/vault/.trash/A.md', false],
  ['/node_modules', false],
  ['/logseq/bak/A.md', false],
] as const)('whether “%s” is watched: %s', ([path, watched]) => {
  expect(isWatched(path)).toBe(watched);
});

/** As root every file can be read, unless the process gives up that right. */
const withoutRoot = '-dac_override,-dac_read_search';
const locking =
  process.getuid?.() === 0
    ? ['setpriv', `--inh-caps=${withoutRoot}`, `--bounding-set=${withoutRoot}`, process.execPath]
    : [process.execPath];
const [program = '', ...before] = locking;
const canLock = spawnSync(program, [...before, '--version']).status === 0;
if (!canLock) console.warn('SKIPPED: this machine cannot lock a folder for a test (setpriv).');

test.runIf(canLock)('a folder that was locked is watched again', () => {
  const script = `
    import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { watchFolder } from ${JSON.stringify(new URL('watch.ts', import.meta.url).href)};
    const folder = ${JSON.stringify(folder)};
    mkdirSync(folder + '/sub');
    writeFileSync(folder + '/sub/b.md', 'x');
    const stop = new AbortController();
    let changes = 0;
    const until = async (isTrue) => { while (!isTrue()) await sleep(20); };
    const change = async (make) => { const last = changes; make(); await until(() => changes > last); await sleep(300); };
    await new Promise((onReady) => void watchFolder(folder, {
      onReady, signal: stop.signal, onError: (error) => console.log(error), onChange: async () => { changes += 1; },
    }));
    await change(() => chmodSync(folder + '/sub', 0));
    await change(() => chmodSync(folder + '/sub', 0o755));
    await change(() => writeFileSync(folder + '/sub/a.md', 'x'));
    stop.abort();
    console.log('seen');`;
  const args = [...before, '--input-type=module', '--eval', script];
  expect(spawnSync(program, args, { encoding: 'utf8', timeout: 30_000 })).toMatchObject({
    stdout: 'seen\n',
    status: 0,
  });
});

test('a folder that is moved away and comes back is watched again', async () => {
  await writeFile(join(folder, 'A.md'), 'a');
  const watch = await watching();
  await rename(folder, `${folder}-away`);
  await expect.poll(() => watch.changes(), { timeout: 20_000 }).toBeGreaterThan(0);
  await rename(`${folder}-away`, folder);
  await expect.poll(() => watch.paths.includes(''), { timeout: 20_000 }).toBe(true);
  // The listing of the folder that came back may take a moment.
  const saved = async () => {
    await writeFile(join(folder, 'New.md'), String(Math.random()));
    return watch.paths.includes('New.md');
  };
  await expect.poll(saved, { timeout: 20_000, interval: 300 }).toBe(true);
});
