import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { outsideDrawings } from './isolate-drawings.ts';

const outside = ':not(:where(.diagram-scroll *, .diagram-pane *))';

test.each([
  ['.label', `.label${outside}`],
  ['.prose p', `.prose p${outside}`],
  ['.block::before', `.block${outside}::before`],
  ['.a:not(.b::after):hover', `.a:not(.b::after):hover${outside}`],
  ['.diagram-scroll > svg a', '.diagram-scroll > svg a'],
  [':root', ':root'],
  [":root[data-theme='dark']", ":root[data-theme='dark']"],
  ['html', 'html'],
  ['html .label', `html .label${outside}`],
  ['::view-transition-old(root)', '::view-transition-old(root)'],
])('%s becomes %s', (selector, expected) => {
  expect(outsideDrawings(selector)).toBe(expected);
});

test('no stylesheet uses what the rewriting of selectors does not read', async () => {
  const faults: string[] = [];
  for await (const file of glob('src/site/styles/*.css')) {
    const css = (await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '');
    if (/^\s*&/m.test(css)) faults.push(`${file}: a nested rule`);
    if (/[^:]:(?:before|after|first-letter|first-line)\b/.test(css)) {
      faults.push(`${file}: a pseudo-element with one colon`);
    }
  }
  expect(faults).toEqual([]);
});
