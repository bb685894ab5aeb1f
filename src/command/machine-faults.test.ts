/** Faults of the machine: the import as a process of its own, on disks that are full or read-only, and killed. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf, listFiles, readBytes } from '../system/disk.ts';

/** Whether the machine lets a command mount a disk of its own in memory. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'x', '/mnt']).status === 0;
if (!canMount) console.warn('SKIPPED: this machine cannot mount a disk for a test (unshare -rm).');

let root = '';
let fresh: ReadonlyMap<string, string>;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-faults-'));
  await mkdir(join(root, 'notes'));
  for (const name of ['A', 'B', 'C']) {
    await writeFile(join(root, 'notes', `${name}.md`), `# ${name}\n\n[[A]] [[B]] $x^2$\n`);
  }
  await mkdir(join(root, 'disk/garden'), { recursive: true });
  await mkdir(join(root, 'disk/cache'));
  await importInto('fresh');
  fresh = await recordsAt('fresh');
});
afterAll(() => rm(root, { recursive: true, force: true }));

function environmentFor(place: string): NodeJS.ProcessEnv {
  const folders = {
    GARDEN_NOTES: join(root, 'notes'),
    GARDEN_DIR: join(root, place, 'garden'),
    GARDEN_CACHE: join(root, place, 'cache'),
  };
  return { ...process.env, GARDEN_PUBLISH: 'all', ...folders };
}

/** Imports into folders at a place; kills the process when it prints `killAt`. @returns whether it ended well. */
async function importInto(place: string, killAt?: string): Promise<boolean> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'import'], {
    env: environmentFor(place),
  });
  child.stderr.on('data', (text: Buffer) => {
    if (killAt !== undefined && text.includes(killAt)) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

/** Runs shell commands on a disk that only they see; `$import` imports. @returns what was printed. */
function onOwnDisk(script: string): string {
  const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
    encoding: 'utf8',
    env: {
      ...environmentFor('disk'),
      disk: join(root, 'disk'),
      import: `${process.execPath} scripts/run.mjs import --quiet`,
    },
  });
  return (stdout + stderr).replaceAll(root, '');
}

/** The digest of each record, by its path. */
async function recordsAt(place: string): Promise<ReadonlyMap<string, string>> {
  const files = await listFiles(join(root, place, 'garden'));
  const digests = files.map(async ({ path, location }) => {
    return [path, digestOf(await readBytes(location))] as const;
  });
  return new Map((await Promise.all(digests)).toSorted());
}

test('an import that was killed is made good by the next one', async () => {
  for (const stage of ['parse ', 'render ']) expect(await importInto('killed', stage)).toBe(false);
  expect(await importInto('killed')).toBe(true);
  expect(await recordsAt('killed')).toEqual(fresh);
  expect(fresh.size).toBeGreaterThan(6);
});

test.runIf(canMount)(
  'a full disk is one sentence with its path, and heals with space',
  async () => {
    const printed = onOwnDisk(
      'mount -t tmpfs -o size=40k disk "$disk"; $import; echo "exit code $?"; ' +
        'mount -o remount,size=20m "$disk"; $import; cp -r "$disk" "$disk/../healed"',
    );
    const sentence =
      /^The disk is full: “\/disk\/cache\/[\w-]+\.bin” cannot be written \(ENOSPC\)\.$/m;
    expect(printed).toMatch(sentence);
    expect(printed).toMatch(/^exit code 2$/m);
    expect(await recordsAt('healed')).toEqual(fresh);
  },
);

test.runIf(canMount)('a read-only disk is one sentence with its path', () => {
  const printed = onOwnDisk(
    'mount --bind "$disk" "$disk"; mount -o remount,bind,ro "$disk"; $import; echo "exit code $?"',
  );
  expect(printed.trim().split('\n').toSorted()).toEqual([
    'exit code 2',
    '“/disk/garden/.knowledge-garden” is on a read-only file system (EROFS).',
  ]);
});
