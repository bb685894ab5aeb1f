import { expect, test } from 'vitest';
import { obsidianVault } from '../../resolve/fixtures/notes.ts';
import { gardenOf, htmlOf, noteOf, paragraph, root, sourcesOf } from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

const square = { type: 'inlineMath' as const, value: 'x^2' };

test('a formula is set with MathML for those who do not see it', () => {
  const html = htmlOf(root(paragraph(square), { type: 'math', value: 'y' }));
  expect(html).toMatch(/^<p><span class="katex"><span class="katex-mathml"><math /);
  expect(html).toContain('<div class="math"><span class="katex-display">');
});

test('a formula that cannot be set shows its source and why', () => {
  expect(htmlOf(root(paragraph({ type: 'inlineMath', value: '\\frac{1' })))).toMatch(
    /^<p><code class="math-error" title="This formula cannot be rendered: KaTeX parse error: [^"]*">\\frac\{1<\/code><\/p>$/,
  );
});

test.each(['\\ce{H2O}', '\\begin{align}a &= b\\end{align}'])('%s can be set in a line', (value) => {
  expect(htmlOf(root(paragraph({ type: 'inlineMath', value })))).toMatch(/^<p><span class="katex/);
});

test('a formula that is wider than a phone scrolls in itself, with a tab stop', () => {
  const value = '\\text{a text that is too long for the line of a phone}';
  const html = htmlOf(root(paragraph({ type: 'inlineMath', value }), { type: 'math', value }));
  const attributes = 'tabindex="0" role="group" aria-label="Formula"';
  expect(html).toContain(`<p><span class="math-wide" ${attributes}><span class="katex">`);
  expect(html).toContain(`<div class="math"><span class="katex-display" ${attributes}>`);
});

test('formulas cannot bring in addresses or HTML', () => {
  const source =
    '\\href{javascript:alert(1)}{x} \\htmlData{a=b}{y} \\includegraphics{http://x.example/a.png}';
  const html = htmlOf(root(paragraph({ type: 'inlineMath', value: source })));
  expect(html).not.toMatch(/href="|<img|data-a/);
});

test('the page says whether it has formulas, and their source is searched', () => {
  const page = (body: ReturnType<typeof root>) => {
    const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }]);
    return renderNote(garden, 'a', sourcesOf({ 'a.md': body })).page;
  };
  expect(page(root(paragraph('none'))).math).toBeNull();
  const { math, search } = page(root(paragraph('The area ', square, ' grows.')));
  expect({ math, search }).toEqual({
    math: expect.objectContaining({ characters: '2', variables: 'x' }),
    search: [{ fragment: '', heading: '', text: 'The area x^2 grows.' }],
  });
});

test('an owner’s commands stand for what garden.yaml says, in every formula', () => {
  const body = root(paragraph({ type: 'inlineMath', value: '\\Field' }));
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }]);
  const html = (macros?: Record<string, string>) => {
    const own = { ...garden, policy: { ...garden.policy, ...(macros && { macros }) } };
    return renderNote(own, 'a', sourcesOf({ 'a.md': body })).page.html;
  };
  expect(html({ '\\Field': '\\mathbb{R}' })).toContain('mathbb');
  expect(html()).toContain('math-error');
});

test.each([
  ['\\symbfit{C}', 'bold-italic'],
  ['\\mathup{x}', 'normal'],
  ['\\mathbfit{x}', 'x'],
  ['\\begin{eqnarray} a &=& b \\end{eqnarray}', '<mtable'],
  ['\\begin{multline} a \\\\ b \\end{multline}', '<mtable'],
  ['\\label{one} x = 1', '<mi>x</mi>'],
  ['\\require{cancel}\\cancel{x}', 'menclose'],
  ['\\style{color:red}{x}', 'mathcolor="red"'],
  ['\\unicode{65}', 'A'],
  ['\\unicode{x221E}', '∞'],
  ['\\idotsint', '⋯'],
  ['\\bbox[red]{x}', 'mathbackground="red"'],
  ['\\bbox[border:1px solid]{x}', 'menclose'],
  ['\\DeclareMathOperator{\\Var}{Var} \\Var(x)', 'Var'],
  ['\\sideset{_a^b}{_c^d}\\sum', '∑'],
  ['\\root 3 \\of x', 'mroot'],
  ['\\pmatrix{a & b \\cr c & d}', '<mtable'],
  ['\\enclose{horizontalstrike}{x}', 'menclose'],
  ['\\tag{1} x', '1'],
])('%s of MathJax is set', (value, expected) => {
  const html = htmlOf(root(paragraph({ type: 'inlineMath', value })));
  expect(html).not.toContain('math-error');
  expect(html).toContain(expected);
});

test('a reference shows the tag of the formula with its label', () => {
  const html = htmlOf(
    root(paragraph({ type: 'inlineMath', value: '\\eqref{one} \\ref{none}' }), {
      type: 'math',
      value: 'x = 1 \\tag{4} \\label{one}',
    }),
  );
  expect(html).toContain('<mtext>(4)</mtext>');
  expect(html).toContain('???');
});

test('a command that one formula defines is known in those after it', () => {
  const html = htmlOf(
    root(
      { type: 'math', value: '\\newcommand{\\half}{\\frac12} \\half' },
      { type: 'math', value: '\\half' },
    ),
  );
  expect(html.match(/<mfrac>/g)).toHaveLength(2);
});

test('a formula that cannot be set is a diagnostic with its line', () => {
  const place = { line: 7, column: 3, offset: 0 };
  const wrong = { type: 'math' as const, value: '\\nope', position: { start: place, end: place } };
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }]);
  expect(renderNote(garden, 'a', sourcesOf({ 'a.md': root(wrong) })).diagnostics).toEqual([
    {
      code: 'invalid-formula',
      path: 'a.md',
      line: 7,
      column: 3,
      message: 'A formula cannot be set: Undefined control sequence: \\nope.',
      hint: 'Correct it, or name the command under “macros” in garden.yaml.',
    },
  ]);
});

test('definitions of the vault’s preamble hold in each of its formulas', () => {
  const body = root(paragraph({ type: 'inlineMath', value: '\\argmin x' }));
  const vaults = [obsidianVault({ root: '', preamble: '\\DeclareMathOperator{\\argmin}{argmin}' })];
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }], { vaults });
  const { page, diagnostics } = renderNote(garden, 'a', sourcesOf({ 'a.md': body }));
  expect(diagnostics).toEqual([]);
  expect(page.html).toMatch(/<mi[^>]*>argmin</);
});
