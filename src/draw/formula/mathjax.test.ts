import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { FormulaPage } from '../../garden/render/formula/typeset.ts';
import { isSafeFormula } from './is-safe.ts';
import { createFormulaSetter } from './mathjax.ts';

const setter = createFormulaSetter();
const page = (macros = {}) => new FormulaPage(macros, new Map(), setter);

test.each([
  ['a proof tree', '\\begin{prooftree}\\AxiomC{$A$}\\UnaryInfC{$B$}\\end{prooftree}'],
  ['a column with its own space', '\\begin{array}{@{}l@{\\quad}r@{}} a & b \\end{array}'],
  ['physics', '\\require{physics} \\dv{f}{x} = \\bra{a}\\ket{b}'],
  ['an option of a command', '\\newcommand{\\foo}[2][x]{#1#2} \\foo{y} \\foo[a]{b}'],
  ['an environment of its own', '\\newenvironment{foo}{(}{)} \\begin{foo}x\\end{foo}'],
  ['cases with numbers', '\\begin{numcases}{f=} a & b \\end{numcases}'],
  ['a colour of its own', '\\definecolor{foo}{rgb}{1,0,0}\\color{foo} x'],
  ['a raised box', '\\raise 1em {x}'],
])('what KaTeX cannot set is SVG beside MathML: %s', (_, source) => {
  const html = page().set(source, true);
  expect(html).toMatch(
    /^<span class="katex-display"><span class="katex"><span class="katex-mathml"><math .*<\/math><\/span><span class="katex-html" aria-hidden="true"><svg .*<\/svg><\/span><\/span><\/span>$/s,
  );
  expect(html).not.toMatch(/<script|merror|\bid="|url\(|<svg[^>]*\dex[";]/);
});

test('a command that only MathJax reads is known in the formulas after it', () => {
  const formulas = page();
  formulas.set('\\newcommand{\\foo}[2][x]{#1#2}', false);
  expect(formulas.set('\\foo{y}', false)).toContain('<mi>x</mi><mi>y</mi>');
});

test('the owner’s commands hold for both', () => {
  const html = page({ '\\inner': '\\raise 1em {#1}' }).set('\\inner{q}', false);
  expect(html).toContain('<mi>q</mi>');
});

test('what neither can set is the fault that KaTeX names', () => {
  expect(page().set('\\frac{1', true)).toMatchObject({ message: expect.stringContaining('KaTeX') });
});

/** Names of elements and attributes, as a parser reads them. */
function namesIn(html: string): string[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return [...document.querySelectorAll('body *')].flatMap((element) => [
    element.localName,
    ...[...element.attributes].map(({ name, value }) => `${name} ${value}`),
  ]);
}

test.each([
  '\\raise 1em {\\href{javascript:alert(1)}{x}}',
  '\\raise 1em {\\style{background:url(//x.example)}{x}}',
  '\\raise 1em {\\text{<img src=x onerror=alert(1)>}}',
  '\\raise 1em {\\unicode[x" onload="alert(1)]{x41}}',
  '\\raise 1em {\\color{red" onload="alert(1)}{x}}',
  '\\raise 1em {\\bbox[red" onload="alert(1)]{x}}',
  '\\raise 1em {\\bbox[border:1px solid url(//x.example)]{x}}',
  '\\raise 1em {\\enclose{circle}[mathcolor="red\\" onload=\\"alert(1)"]{x}}',
  '\\raise 1em {\\fcolorbox{red;background:url(//x.example)}{red}{x}}',
  '\\raise 1em {x} \\tag{" onload="alert(1)}',
])('a formula cannot bring in addresses, styles or HTML: %s', (source) => {
  const html = page().set(source, true);
  const names = typeof html === 'string' ? namesIn(html) : [];
  expect(
    names.filter((name) => /^(?:on|img|href |src |script$)|url\(|javascript:/.test(name)),
  ).toEqual([]);
});

test.each([
  '<g style="font-family: x" onload="alert(1);">',
  '<g style="background:url(//x.example)">',
  '<img src="x">',
  '<g title=<b>',
])('what is no part of a formula makes it unsafe: %s', (html) => {
  expect(isSafeFormula(`<span>${html}</span>`)).toBe(false);
});
