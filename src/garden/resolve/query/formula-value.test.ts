import { expect, test } from 'vitest';
import type { Formula, FormulaFunction } from '../../formula.ts';
import { formulaKey, formulaOf } from '../../formula.ts';
import type { PropertyValue } from '../../note.ts';
import { formulaValue } from './formula-value.ts';

const row: Readonly<Record<string, PropertyValue>> = {
  price: 0.1,
  pages: '200',
  tags: ['a', '[[B]]', 'a'],
  date: '2026-05-01',
};

function call(name: FormulaFunction, ...inputs: readonly PropertyValue[]): Formula {
  return { kind: 'call', name, inputs: inputs.map(input) };
}

/** '$x' is the row's field x. */
function input(value: PropertyValue): Formula {
  if (typeof value === 'string' && value.startsWith('$'))
    return { kind: 'field', key: value.slice(1) };
  if (typeof value === 'object' && value !== null) return { kind: 'list', items: value.map(input) };
  return { kind: 'value', value };
}

test.for<[FormulaFunction, PropertyValue[], PropertyValue]>([
  ['+', ['$price', 0.2], 0.3],
  ['+', ['$price', ' €'], '0.1 €'],
  ['*', ['$pages', 2], 400],
  ['/', ['$pages', 0], null],
  ['-', ['$pages', '$nothing'], null],
  ['round', [2.345, 1], 2.3],
  ['fixed', ['$price', 2], '0.10'],
  ['max', [['$pages', 3, 'x']], 200],
  ['if', ['$nothing', 'yes', 'no'], 'no'],
  ['default', ['$nothing', 'none'], 'none'],
  ['and', [true, '$nothing'], false],
  ['or', ['$price', false], true],
  ['not', [0], true],
  ['=', ['$nothing', null], true],
  ['<', ['$price', '$pages'], true],
  ['>=', ['$nothing', 1], false],
  ['contains', ['$tags', 'b'], true],
  ['contains', ['$date', '2026'], true],
  ['empty', ['$nothing'], true],
  ['upper', ['$date'], '2026-05-01'],
  ['month', ['$date'], 5],
  ['year', ['soon'], null],
  ['join', ['$tags', '/'], 'a/[[B]]/a'],
  ['unique', ['$tags'], ['a', '[[B]]']],
  ['length', ['$tags'], 3],
  ['length', ['中文'], 2],
  ['list', ['$price'], [0.1]],
])('%s of %j is %j', ([name, inputs, expected]) => {
  expect(formulaValue(call(name, ...inputs), (key) => row[key] ?? null)).toEqual(expected);
});

test('a formula is a key, and other keys are none', () => {
  const formula = call('+', '$price', 1);
  expect(formulaOf(formulaKey(formula))).toEqual(formula);
  expect(formulaOf('price')).toBeNull();
});
