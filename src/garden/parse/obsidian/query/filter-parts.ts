/** Filters that several readers of conditions share. */
import type { Filter } from '../../../query.ts';
import type { Expression } from './expression.ts';

type Compare = Extract<Filter, { op: 'property' }>['compare'];

/** Every row, or none. */
export function constant(value: boolean): Filter {
  return value ? { op: 'all' } : { op: 'not', of: { op: 'all' } };
}

/** Whether an expression is the note that contains the query. */
export function isThis(expression: Expression): boolean {
  return (
    expression.kind === 'field' &&
    /^this(?:\.file(?:\.(?:path|name|link))?)?$/u.test(expression.path)
  );
}

/** Whether a property exists: `!= null`; or not: `= null`. */
export function existence(key: string, compare: Compare): Filter | null {
  const exists: Filter = { op: 'property', of: 'note', key, compare: 'exists', value: '' };
  if (compare === '!=') return exists;
  return compare === '=' ? { op: 'not', of: exists } : null;
}
