import { expect, test } from 'vitest';
import { withFirstFormulas } from './first-formulas.ts';

const formula = '<p><span class="katex"><span class="katex-html">n</span></span></p>';
const paragraph = '<p>text of one line</p>';

test('formulas of the first screen are marked, those below are not', () => {
  const html = `${formula}${paragraph}${formula}${paragraph.repeat(40)}${formula}`;
  const marked = withFirstFormulas(html);
  expect(marked.match(/data-seen/g)).toHaveLength(2);
  expect(marked.endsWith(formula)).toBe(true);
  expect(marked.replaceAll(' data-seen', '')).toBe(html);
});

test('a note without formulas stays as it is', () => {
  expect(withFirstFormulas(paragraph)).toBe(paragraph);
});
