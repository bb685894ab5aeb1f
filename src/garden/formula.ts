/**
 * Formulas: values that a query computes for a row. A query's key may be one, written as JSON after '=',
 * so that queries stay plain data.
 */

export type Formula =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  /** A property or fact of the row: 'rating', 'file.name'. */
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'list'; readonly items: readonly Formula[] }
  | { readonly kind: 'call'; readonly name: FormulaFunction; readonly inputs: readonly Formula[] };

/** Operators, and the functions that both query languages have. */
export const formulaFunctions = [
  ...(['+', '-', '*', '/', '%', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'not'] as const),
  ...([
    'if',
    'number',
    'string',
    'length',
    'lower',
    'upper',
    'round',
    'fixed',
    'min',
    'max',
  ] as const),
  ...(['join', 'contains', 'empty', 'year', 'month', 'day', 'default', 'list', 'unique'] as const),
] as const;

export type FormulaFunction = (typeof formulaFunctions)[number];

/** A formula as the key of a column, sort or group. */
export function formulaKey(formula: Formula): string {
  return `=${JSON.stringify(formula)}`;
}

/** The formula that a key is, or null for the key of a property. */
export function formulaOf(key: string): Formula | null {
  return key.startsWith('={') ? (JSON.parse(key.slice(1)) as Formula) : null;
}
