import { expect, test } from 'vitest';
import { definitionsIn } from './preamble.ts';
import { FormulaPage } from './typeset.ts';

const preamble = `\\ProvidesPackage{notes} % mine
\\usepackage{amsmath}

% \\newcommand{\\R}{wrong}
\\newcommand{\\R}{\\mathbb{R}}
\\newcommand{\\set}[1]{%
  \\{ #1 \\}
}
\\unknown{x}
\\DeclareMathOperator{\\argmin}{arg\\,min} \\def\\half{50\\%}
`;

test('a preamble is read definition by definition, without comments and packages', () => {
  expect(definitionsIn(preamble)).toEqual([
    '\\newcommand{\\R}{\\mathbb{R}}',
    '\\newcommand{\\set}[1]{\n  \\{ #1 \\}\n}',
    '\\unknown{x}',
    '\\DeclareMathOperator{\\argmin}{arg\\,min} \\def\\half{50\\%}',
  ]);
  expect(definitionsIn('')).toEqual([]);
  expect(definitionsIn('\\newcommand{\\a}{')).toEqual(['\\newcommand{\\a}{']);
});

test('its commands are known in every formula, whatever else it holds', () => {
  const page = new FormulaPage({}, new Map());
  for (const definition of definitionsIn(preamble)) page.set(definition, false);
  for (const formula of ['\\R', '\\set{x}', '\\half']) {
    expect(page.set(formula, false)).toContain('katex');
  }
});
