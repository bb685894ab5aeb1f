/** A drawing that failed may be the machine's fault: neither it nor what shows it is kept. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageRecordFile } from '../garden/record-files.ts';
import { noProgress } from '../system/progress.ts';
import { GardenImport } from './import-garden.ts';

const policy = {
  ...({ publish: 'all', url: '', base: '/', lang: 'en' } as const),
  ...({ collapsed: 'open', embedDepth: 5 } as const),
};
const options = process.env['NODE_OPTIONS'];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-drawing-'));
  await mkdir(join(folder, 'notes/.obsidian'), { recursive: true });
  await writeFile(join(folder, 'notes/A.md'), '```mermaid\nflowchart LR\n  a --> b\n```\n');
  await writeFile(join(folder, 'notes/B.md'), '![[A]]\n');
});
afterEach(async () => {
  if (options === undefined) delete process.env['NODE_OPTIONS'];
  else process.env['NODE_OPTIONS'] = options;
  await rm(folder, { recursive: true, force: true });
});

/** Codes of the diagnostics, and the records of both notes. */
async function run(place: string) {
  const out = join(folder, place, 'garden');
  const folders = { notes: join(folder, 'notes'), out, cache: join(folder, place, 'cache') };
  const { diagnostics } = await new GardenImport(folders, { policy }).run(noProgress);
  const records = ['a', 'b'].map((id) => readFile(join(out, pageRecordFile(id)), 'utf8'));
  return { codes: diagnostics.map(({ code }) => code), records: await Promise.all(records) };
}

test('a diagram that the machine failed to draw is drawn in the next import, on all pages that show it', async () => {
  process.env['NODE_OPTIONS'] = '--require=./no-such-module.cjs';
  const failed = await run('warm');
  delete process.env['NODE_OPTIONS'];
  expect(failed.codes).toEqual(['invalid-diagram']);
  const [warm, fresh] = [await run('warm'), await run('fresh')];
  expect(warm).toEqual(fresh);
  expect(warm.codes).toEqual([]);
  for (const record of warm.records) expect(record).toContain('<svg');
});
