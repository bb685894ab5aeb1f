/**
 * `npm run bench -- [--count 1000] [--notes DIR]`: how long builds take. Prints for a cold build, a
 * build with nothing changed, one edit, and one rename of a note with 200 links: the stages, CPU and
 * wall seconds, peak memory, and the CPU as a multiple of reading and hashing all files.
 */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cost, costOf } from './bench/cost.ts';
import { hubName, writeSyntheticVault } from './bench/synthetic-vault.ts';

const { values } = parseArgs({ options: { count: { type: 'string' }, notes: { type: 'string' } } });
const folder = await mkdtemp(join(tmpdir(), 'garden-bench-'));
const notes = join(folder, 'notes');

function print(name: string, { cpu, wall, memory, stages }: Cost, floor: number): void {
  const ratio = floor > 0 ? `${(cpu / floor).toFixed(1)}×` : '';
  const figures = [`${cpu.toFixed(1)} s CPU`, `${wall.toFixed(1)} s wall`, `${memory} MB`, ratio];
  console.log(`${name.padEnd(16)} ${figures.map((figure) => figure.padStart(13)).join('')}`);
  for (const stage of stages) console.log(`    ${stage}`);
}

function build(): Promise<Cost> {
  const environment = {
    GARDEN_PUBLISH: 'all',
    GARDEN_NOTES: notes,
    GARDEN_DIR: join(folder, 'garden'),
    GARDEN_CACHE: join(folder, 'cache'),
  };
  return costOf(['scripts/build.ts', '--outDir', join(folder, 'site')], environment);
}

try {
  if (values.notes) await cp(values.notes, notes, { recursive: true });
  else await writeSyntheticVault(notes, Number(values.count ?? 1000));
  const floor = await costOf(['scripts/tools/bench/read-and-hash.ts', notes], {});
  print('floor', floor, 0);
  print('cold', await build(), floor.cpu);
  print('again', await build(), floor.cpu);
  if (!values.notes) {
    const hub = join(notes, `${hubName}.md`);
    await writeFile(hub, `${await readFile(hub, 'utf8')}\nOne more sentence.\n`);
    print('one edit', await build(), floor.cpu);
    await rename(hub, join(notes, 'Renamed.md'));
    print('one rename', await build(), floor.cpu);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
