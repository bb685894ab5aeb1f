/**
 * `npm run bench -- [--count 1000,10000] [--notes DIR]`: how long builds take. Prints for a cold build, a
 * build with nothing changed, one edit, and one rename of a note with 200 links: the stages, CPU and
 * wall seconds, peak memory, and the CPU as a multiple of reading and hashing all files; for several
 * counts how CPU, wall time and memory grow from one to the next.
 */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cost, costOf } from './bench/cost.ts';
import { hubName, writeSyntheticVault } from './bench/synthetic-vault.ts';

const { values } = parseArgs({ options: { count: { type: 'string' }, notes: { type: 'string' } } });

/** Costs by what was done. */
type Costs = ReadonlyMap<string, Cost>;

function print(name: string, { cpu, wall, memory, stages }: Cost, floor: number): void {
  const ratio = floor > 0 ? `${(cpu / floor).toFixed(1)}×` : '';
  const figures = [`${cpu.toFixed(1)} s CPU`, `${wall.toFixed(1)} s wall`, `${memory} MB`, ratio];
  console.log(`${name.padEnd(16)} ${figures.map((figure) => figure.padStart(13)).join('')}`);
  for (const stage of stages) console.log(`    ${stage}`);
}

/** Measures builds of the notes that `fill` writes; `isOwn` are the notes of the benchmark, which it may edit. */
async function measure(fill: (notes: string) => Promise<void>, isOwn: boolean): Promise<Costs> {
  const folder = await mkdtemp(join(tmpdir(), 'garden-bench-'));
  const notes = join(folder, 'notes');
  const environment = {
    GARDEN_PUBLISH: 'all',
    GARDEN_NOTES: notes,
    GARDEN_DIR: join(folder, 'garden'),
    GARDEN_CACHE: join(folder, 'cache'),
  };
  const costs = new Map<string, Cost>();
  const add = async (name: string, ...args: readonly string[]) => {
    const cost = await costOf(args, environment);
    costs.set(name, cost);
    print(name, cost, costs.size > 1 ? (costs.get('floor')?.cpu ?? 0) : 0);
  };
  const build = (name: string) => add(name, 'scripts/build.ts', '--outDir', join(folder, 'site'));
  try {
    await fill(notes);
    await add('floor', 'scripts/tools/bench/read-and-hash.ts', notes);
    await build('cold');
    await build('again');
    if (!isOwn) return costs;
    const hub = join(notes, `${hubName}.md`);
    await writeFile(hub, `${await readFile(hub, 'utf8')}\nOne more sentence.\n`);
    await build('one edit');
    await rename(hub, join(notes, 'Renamed.md'));
    await build('one rename');
    return costs;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function printGrowth(before: Costs, after: Costs): void {
  for (const [name, { cpu, wall, memory }] of after) {
    const smaller = before.get(name);
    if (smaller === undefined) continue;
    const times = (figure: number, of: number) => `${(figure / of).toFixed(1)}×`;
    const { cpu: cpuBefore, wall: wallBefore, memory: memoryBefore } = smaller;
    console.log(
      `    ${name.padEnd(12)} ${times(cpu, cpuBefore)} CPU, ${times(wall, wallBefore)} wall, ` +
        `${times(memory, memoryBefore)} memory`,
    );
  }
}

const { notes } = values;
if (notes) {
  await measure((folder) => cp(notes, folder, { recursive: true }), false);
} else {
  let before: { readonly count: number; readonly costs: Costs } | null = null;
  for (const count of (values.count ?? '1000').split(',').map(Number)) {
    console.log(`${count.toLocaleString('en')} notes`);
    const costs = await measure((folder) => writeSyntheticVault(folder, count), true);
    if (before !== null) {
      console.log(`growth for ${(count / before.count).toFixed(1)}× the notes`);
      printGrowth(before.costs, costs);
    }
    before = { count, costs };
  }
}
