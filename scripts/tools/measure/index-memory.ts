/** Indexes in a process of its own and watches how much memory it and Pagefind take (Linux). */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import type { SearchSource } from '../../../src/search/index/index-search.ts';

export interface IndexCost {
  readonly seconds: number;
  /** Highest sum of resident memory of all its processes; NaN where the system does not report it. */
  readonly megabytes: number;
}

const program = `
import { writeSearch } from ${JSON.stringify(new URL('../../../src/search/index/index-search.ts', import.meta.url).href)};
await writeSearch(...JSON.parse(process.argv[1]));
`;

/** Makes the index of `source` in the folder `out`. */
export async function indexInChild(source: SearchSource, out: string): Promise<IndexCost> {
  const start = performance.now();
  const args = ['--input-type=module', '--eval', program, JSON.stringify([source, out])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = Number.NaN;
  const watching = setInterval(() => {
    void residentOf(child.pid ?? 0).then((now) => {
      peak = Number.isNaN(peak) ? now : Math.max(peak, now);
    });
  }, 200);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watching);
  if (code !== 0) throw new Error(`Indexing ended with ${code}.`);
  return { seconds: (performance.now() - start) / 1000, megabytes: peak / 1024 };
}

/** Resident kilobytes of a process and its children. */
async function residentOf(parent: number): Promise<number> {
  const entries = await readdir('/proc').catch(() => []);
  const sizes = entries
    .filter((name) => /^\d+$/.test(name))
    .map(async (name) => {
      const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
      const isOurs = Number(name) === parent || status.includes(`\nPPid:\t${parent}\n`);
      return isOurs ? Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) : 0;
    });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
