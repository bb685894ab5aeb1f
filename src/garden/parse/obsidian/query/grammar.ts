/** Signs and words of both query languages. */
import type { BinarySign, Expression } from '../../../expression.ts';
import { ownValue } from '../../../own-value.ts';

export const levels: readonly (readonly string[])[] = [
  ['or', '||', '|'],
  ['and', '&&', '&'],
  ['=', '==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

export const signNames: Readonly<Record<string, BinarySign>> = {
  '||': 'or',
  '|': 'or',
  '&&': 'and',
  '&': 'and',
  '==': '=',
};

/** What the functions of lists give to their expression, by the names that it uses. */
export const basesLambdas: Readonly<Record<string, readonly string[]>> = {
  filter: ['value', 'index'],
  map: ['value', 'index'],
  reduce: ['acc', 'value', 'index'],
};

/** Words that `date(…)` knows. */
export const dateWords =
  /^(?:now|today|tomorrow|yesterday|sow|eow|som|eom|soy|eoy|start-of-(?:week|month|year)|end-of-(?:week|month|year))$/iu;

/** A word as a constant, or as a name. */
export function named(word: string): Expression {
  const values: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
  const value = ownValue(values, word.toLowerCase());
  return value === undefined ? { kind: 'field', name: word } : { kind: 'value', value };
}
