/**
 * Prints what the graph of gardens of different sizes costs: `npm run measure:graph -- [--site DIR]
 * [--sizes 1000,10000]`. The site must be built; its graph is shown with made-up gardens.
 */

import { readArguments } from '../../src/command/options.ts';
import { runCommand } from '../../src/command/run-command.ts';
import type { FrameTimes } from './measure/frame-times.ts';
import { type GraphCost, graphCost } from './measure/graph-cost.ts';

await runCommand(async () => {
  const { values } = readArguments(process.argv.slice(2), {
    site: { type: 'string' },
    sizes: { type: 'string' },
  });
  console.log('Main-thread ms a frame: median, 95th percentile (frames a second here)\n');
  console.log(
    '| notes | links | layout at build | data.json | first picture | opening | panning | zooming | hovering | idle |',
  );
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const size of String(values['sizes'] ?? '1000,10000').split(',')) {
    console.log(row(await graphCost(String(values['site'] ?? 'dist'), Number(size))));
  }
  return 0;
});

function row({ notes, links, layout, bytes, first, frames, idle }: GraphCost): string {
  const cells = [
    String(notes),
    String(links),
    `${layout.toFixed(1)} s`,
    `${(bytes / 1000).toFixed(0)} kB`,
    `${first.toFixed(0)} ms`,
    ...[frames.opening, frames.panning, frames.zooming, frames.hovering].map(shown),
    `${(idle * 100).toFixed(1)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function shown({ median, p95, rate }: FrameTimes): string {
  return `${median.toFixed(1)}, ${p95.toFixed(1)} (${rate.toFixed(0)})`;
}
