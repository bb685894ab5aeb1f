import katex from 'katex';
import { expect, test } from 'vitest';
import { formulaParts } from './formula-parts.ts';

test('a page without formulas needs no parts', () => {
  expect(formulaParts([])).toBeNull();
});

test('a formula needs the characters that are seen and the classes around them', () => {
  expect(formulaParts([katex.renderToString('x < 2')])).toEqual({
    classes: [
      'katex',
      'katex-base',
      'katex-html',
      'katex-mathml',
      'katex-strut',
      'mathnormal',
      'mord',
      'mrel',
      'mspace',
    ],
    characters: '2<',
    variables: 'x',
  });
});

test('characters of the source are not seen', () => {
  expect(formulaParts([katex.renderToString('\\alpha'), katex.renderToString('\\&')])).toEqual(
    expect.objectContaining({ characters: '&', variables: 'α' }),
  );
});
