/** Builds of a small vault that are killed at random moments: the next one must equal a build into empty folders. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf, listFiles, readBytes } from '../../../src/system/disk.ts';
import { seeded } from './random.ts';

/** Kills `count` builds, with an edit before each. @returns how many left something wrong behind. */
export async function attackKills(
  count: number,
  seed: number,
): Promise<{ tried: number; faults: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'garden-kills-'));
  const random = seeded(seed);
  let faults = 0;
  try {
    await writeNotes(folder, 0);
    const start = performance.now();
    await build(folder, 'kept');
    const duration = performance.now() - start;
    for (let round = 1; round <= count; round += 1) {
      await writeNotes(folder, round);
      const moment = random(Math.ceil(duration));
      await build(folder, 'kept', moment);
      const code = await build(folder, 'kept');
      await rm(join(folder, 'fresh'), { recursive: true, force: true });
      await build(folder, 'fresh');
      const isSame =
        code === 0 && (await siteDigest(folder, 'kept')) === (await siteDigest(folder, 'fresh'));
      console.log(`killed after ${moment} ms: the next build is ${isSame ? 'right' : 'WRONG'}`);
      faults += Number(!isSame);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { tried: count, faults };
}

/** Notes of which some change with each round, appear or disappear. */
async function writeNotes(folder: string, round: number): Promise<void> {
  const notes = join(folder, 'notes');
  await rm(notes, { recursive: true, force: true });
  await mkdir(notes, { recursive: true });
  const diagram = `\`\`\`mermaid\ngraph TD; A-->B${round}\n\`\`\``;
  await writeFile(
    join(notes, 'A.md'),
    `# A\n\n[[B]] [[C${round}]] #tag${round} $x^${round}$\n\n${diagram}\n`,
  );
  await writeFile(
    join(notes, 'B.md'),
    `${round % 2 ? '---\nprivate: true\n---\n' : ''}Words of B.\n`,
  );
  await writeFile(join(notes, `C${round}.md`), `[[A]] 第 ${round} 页\n`);
}

/** Builds into folders of that name, or kills the build after so many milliseconds. @returns the exit code. */
function build(folder: string, name: string, killAfter?: number): Promise<number | null> {
  const place = join(folder, name);
  const child = spawn(
    process.execPath,
    ['scripts/build.ts', '--quiet', '--outDir', join(place, 'site')],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        ...{ GARDEN_NOTES: join(folder, 'notes'), GARDEN_DIR: join(place, 'garden') },
        GARDEN_CACHE: join(place, 'cache'),
      },
    },
  );
  const timer = killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      resolve(code);
    });
  });
}

async function siteDigest(folder: string, name: string): Promise<string> {
  const files = await listFiles(join(folder, name, 'site'));
  const parts = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(async (file) => {
      return [file.path, digestOf(await readBytes(file.location))];
    });
  return digestOf(JSON.stringify(await Promise.all(parts)));
}
