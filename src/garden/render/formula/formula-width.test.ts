import katex from 'katex';
import { expect, test } from 'vitest';
import { isWideFormula } from './formula-width.ts';

const row = '10 & 20 & 30 & 40 & 50 & 60 & 70 & 80 & 90 & 10 & 20 & 30 & 40 & 50 & 60 & 70';

test.each([
  ['a letter', 'x', false, false],
  ['a sum that breaks at its signs', 'a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t', false, false],
  ['the same on a line of its own', 'a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t', true, true],
  ['a table', `\\begin{array}{cccccccccccccccc} ${row} \\end{array}`, false, true],
  ['a long text', '\\text{a text that does not break within a line}', false, true],
  ['a fraction', '\\frac{a+b}{c+d}', true, false],
])('%s', (_, source, displayMode, expected) => {
  expect(isWideFormula(katex.renderToString(source, { displayMode }), displayMode)).toBe(expected);
});

test('a formula of MathJax says its width', () => {
  const formula = (width: number) =>
    `<span class="katex-html"><svg style="width:${width}em"></svg></span>`;
  expect([12, 30].map((width) => isWideFormula(formula(width), true))).toEqual([false, true]);
});
