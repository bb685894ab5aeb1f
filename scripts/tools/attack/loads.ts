/** Very large notes, at half and at full size: twice the size must take about twice the time. */
import { spawnSync } from 'node:child_process';
import { loads } from '../../../src/garden/fixtures/loads.ts';
import { readAndRender } from '../../../src/garden/fixtures/read-and-render.ts';
import type { Dialect } from './run-attack.ts';

/** The times of both sizes, for twice the characters: 2 is linear, 4 is quadratic. */
const maxRatio = 2.5;
/** Times below are mostly noise. */
const minMs = 300;

interface Cost {
  readonly characters: number;
  readonly ms: number;
  readonly megabytes: number;
  /** What the note says of itself: '' for one that is shown whole. */
  readonly remark: string;
  /** Whether the note has a page, or a diagnostic that says why not. */
  readonly isAnswered: boolean;
}

/** Prints the processor time of each load whose name contains `part`. @returns the number of faults. */
export function attackLoads(part: string): { tried: number; faults: number } {
  const names = Object.keys(loads).filter((name) => name.includes(part));
  let faults = 0;
  for (const name of names) {
    for (const dialect of ['obsidian', 'logseq'] as const) faults += attack(dialect, name);
  }
  return { tried: names.length * 2, faults };
}

function attack(dialect: Dialect, name: string): number {
  const [half, full] = [0.5, 1].map((share) => costInProcess(dialect, name, share));
  const times = (full?.ms ?? 0) / Math.max(half?.ms ?? 0, minMs);
  const ratio = (2 * times * (half?.characters ?? 0)) / (full?.characters ?? 1);
  const isFault = !(full?.isAnswered && half) || ratio > maxRatio;
  const size = (loads[name]?.size ?? 0).toLocaleString('en').padStart(10);
  const costs = [half, full].map((cost) => `${cost?.ms ?? '?'} ms`.padStart(10)).join('');
  const memory = `${full?.megabytes ?? '?'} MB`.padStart(9);
  const place = dialect.padEnd(10) + name.padEnd(24);
  const judged = isFault ? '  too slow, or without an answer' : '';
  console.log(
    `${place}${size}${costs} × ${ratio.toFixed(1)}${memory}  ${full?.remark ?? ''}${judged}`,
  );
  return Number(isFault);
}

/** The cost in a process of its own, so that memory of one note does not slow down the next. */
function costInProcess(dialect: Dialect, name: string, share: number): Cost | null {
  const code = `import { costOf } from ${JSON.stringify(import.meta.url)};
    console.log(JSON.stringify(costOf(...${JSON.stringify([dialect, name, share])})));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  try {
    return JSON.parse(stdout) as Cost;
  } catch {
    return null;
  }
}

/**
 * What a share of a load costs in this process.
 * @public The code of `costInProcess` imports it.
 */
export function costOf(dialect: Dialect, name: string, share: number): Cost {
  const load = loads[name];
  const source = load?.source(load.size * share, dialect) ?? '';
  readAndRender(dialect, '# Warm\n\n- [[a]] *b* #c');
  const start = process.cpuUsage();
  const { rendered, diagnostics } = readAndRender(dialect, source);
  const { user, system } = process.cpuUsage(start);
  const tooLarge = diagnostics.find(({ code }) => code === 'too-large');
  return {
    characters: source.length,
    ms: Math.round((user + system) / 1000),
    megabytes: Math.round(process.memoryUsage().rss / 1e6),
    remark: tooLarge ? `${tooLarge.path}:${tooLarge.line} ${tooLarge.message}` : '',
    isAnswered:
      (rendered !== null || tooLarge !== undefined) &&
      diagnostics.every(({ code }) => code !== 'failed-note'),
  };
}
