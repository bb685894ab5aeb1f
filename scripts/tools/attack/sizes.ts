/** Notes in which something is nested, repeated or never closed, in two sizes. */
import { readAndRender } from '../../../src/garden/fixtures/read-and-render.ts';
import { shapes } from '../../../src/garden/fixtures/shapes.ts';
import type { Dialect } from './run-attack.ts';

const sizes = [2000, 8000] as const;
/** The ratio of the times of both sizes: 4 is linear, 16 is quadratic. */
const maxRatio = 11;
/** Times below are mostly noise. */
const minMs = 40;
/** The least of several runs is the least disturbed one. */
const runs = 3;

/** Prints the CPU time of each shape whose name contains `part`. @returns the number of faults. */
export function attackSizes(part: string): { tried: number; faults: number } {
  const names = Object.keys(shapes).filter((name) => name.includes(part));
  let faults = 0;
  for (const dialect of ['obsidian', 'logseq'] as const) {
    for (const name of names) faults += attack(dialect, name);
  }
  return { tried: names.length * 2, faults };
}

function attack(dialect: Dialect, name: string): number {
  const [small, large] = sizes.map((size) => leastCost(dialect, shapes[name]?.(size) ?? ''));
  const ratio = (large ?? 0) / Math.max(small ?? 0, minMs);
  const isFault = ratio > maxRatio || !isShown(dialect, name);
  const cells = [dialect.padEnd(10), name.padEnd(28), ...[small, large].map(milliseconds)];
  console.log(
    `${cells.join('')} × ${ratio.toFixed(1)}${isFault ? '  too slow, or not shown' : ''}`,
  );
  return Number(isFault);
}

function isShown(dialect: Dialect, name: string): boolean {
  const { rendered, diagnostics } = readAndRender(dialect, shapes[name]?.(sizes[1]) ?? '');
  return rendered !== null && diagnostics.every(({ code }) => code !== 'failed-note');
}

function leastCost(dialect: Dialect, source: string): number {
  const costs = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    readAndRender(dialect, source);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

function milliseconds(cost: number | undefined): string {
  return `${Math.round(cost ?? 0)} ms`.padStart(10);
}
