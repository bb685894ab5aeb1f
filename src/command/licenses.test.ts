import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licensesFile, writeLicenses } from './licenses.ts';

test('a site holds the licence texts of the search, the formulas, the typeface and the graph', async () => {
  const site = await mkdtemp(join(tmpdir(), 'garden-licenses-'));
  await writeLicenses(site);
  const text = await readFile(join(site, licensesFile), 'utf8');
  await rm(site, { recursive: true });
  expect(text.match(/^\S+ \d+\.\d+\.\d+: /gm)?.map((head) => head.split(' ')[0])).toEqual([
    'pagefind',
    'katex',
    '@fontsource/inter',
    'd3-force',
    'd3-dispatch',
    'd3-quadtree',
    'd3-timer',
  ]);
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text.match(/Permission is hereby granted|Permission to use/g)?.length).toBeGreaterThan(3);
});
