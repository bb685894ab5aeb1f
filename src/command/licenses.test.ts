import { expect, test } from 'vitest';
import { licenseTexts } from './licenses.ts';

test('a site holds the licence texts of the search, the formulas, the typeface and the graph', async () => {
  const text = await licenseTexts();
  expect(text.match(/^\S+ \d+\.\d+\.\d+: /gm)?.map((head) => head.split(' ')[0])).toEqual([
    'pagefind',
    'katex',
    '@fontsource/inter',
    'opencc-js',
    'd3-force',
    'd3-dispatch',
    'd3-quadtree',
    'd3-timer',
    'supermemo',
  ]);
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text.match(/Permission is hereby granted|Permission to use/g)?.length).toBeGreaterThan(3);
});
