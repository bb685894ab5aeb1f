/** Sums and other values of all rows of a query. */
import type { Garden } from '../../garden.ts';
import type { QueryTotal } from '../../query.ts';
import { plainValues } from './compare-values.ts';
import { queryField } from './field.ts';
import type { QueryRow } from './query-row.ts';

/** Each value as text; rows whose property is no number do not count, '' where none is. */
export function totalsOf(
  garden: Garden,
  totals: readonly QueryTotal[],
  rows: readonly QueryRow[],
): readonly (QueryTotal & { readonly value: string })[] {
  return totals.map(({ of, key }) => {
    if (of === 'count' && key === '') return { of, key, value: String(rows.length) };
    const values = rows.flatMap((row) => plainValues(queryField(garden, row, key)));
    const numbers = values.filter((text) => text.trim() !== '').map(Number);
    const counted = numbers.filter((number) => Number.isFinite(number));
    return { of, key, value: of === 'count' ? String(values.length) : total(of, counted) };
  });
}

function total(of: Exclude<QueryTotal['of'], 'count'>, numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const sum = numbers.reduce((all, number) => all + number, 0);
  if (of === 'min') return String(Math.min(...numbers));
  if (of === 'max') return String(Math.max(...numbers));
  // Sums of decimal fractions without the noise of binary ones.
  return String(Number((of === 'sum' ? sum : sum / numbers.length).toPrecision(12)));
}
