/**
 * Prints how good search is and what it costs:
 * `node scripts/tools/measure-search.ts --quality` on the garden's own queries, from a Chinese and an
 * English page, and `--cost DIR,DIR` for gardens that `npm run import -- --out DIR` wrote. Both need
 * the built site in `dist`.
 */

import { readArguments } from '../../src/command/options.ts';
import { runCommand } from '../../src/command/run-command.ts';
import { UsageError } from '../../src/system/usage-error.ts';
import { type CostRow, measureCost } from './measure/cost.ts';
import { measureQuality, type QualityRow } from './measure/quality.ts';

const usage =
  'node scripts/tools/measure-search.ts [--quality] [--cost DIR,DIR] [--garden DIR] [--site DIR]';

await runCommand(async () => {
  const { values } = readArguments(process.argv.slice(2), {
    quality: { type: 'boolean' },
    cost: { type: 'string' },
    garden: { type: 'string' },
    site: { type: 'string' },
  });
  if (!values['quality'] && !values['cost']) throw new UsageError(usage);
  const site = String(values['site'] ?? 'dist');
  if (values['quality']) await printQuality(String(values['garden'] ?? '.garden'), site);
  if (values['cost']) await printCost(String(values['cost']).split(','), site);
  return 0;
});

async function printQuality(garden: string, site: string): Promise<void> {
  for (const lang of ['zh', 'en']) {
    const rows = await measureQuality(garden, site, lang);
    console.log(`\nRecall / precision / best first, from a page in ${lang}\n`);
    console.log('| kind | queries | Pagefind’s defaults | this site |\n|---|---:|---|---|');
    for (const row of rows) console.log(qualityLine(row));
  }
}

function qualityLine({ kind, queries, before, after }: QualityRow): string {
  const show = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join(' / ');
  return `| ${kind} | ${queries} | ${show(before)} | ${show(after)} |`;
}

async function printCost(gardens: readonly string[], site: string): Promise<void> {
  console.log(
    '\nkB as sent, milliseconds on this machine; later queries as median / 95th percentile\n',
  );
  console.log(
    '| pages | engine | first kB | first ms | later kB | later ms | index s | index MB |\n' +
      '|---:|---|---:|---:|---|---|---:|---:|',
  );
  for (const garden of gardens) {
    for (const row of await measureCost(garden, site)) console.log(costLine(row));
  }
}

function costLine(row: CostRow): string {
  const pair = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join(' / ');
  const { notes, engine, firstKilobytes, firstMilliseconds, indexSeconds, indexMegabytes } = row;
  const later = `${pair(row.laterKilobytes)} | ${pair(row.laterMilliseconds)}`;
  const build = `${indexSeconds.toFixed(1)} | ${indexMegabytes.toFixed(0)}`;
  const first = `${firstKilobytes.toFixed(0)} | ${firstMilliseconds.toFixed(0)}`;
  return `| ${notes} | ${engine} | ${first} | ${later} | ${build} |`.replaceAll('NaN', '–');
}
