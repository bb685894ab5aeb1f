import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../system/usage-error.ts';
import { withOwnerFault } from './owner-fault.ts';

const theme = join(resolve('notes'), '.garden', 'theme.css');

function built(fault: object): Error {
  return Object.assign(new Error('Build failed with 1 error'), { errors: [fault] });
}

test('a fault in the owner’s styles is said in one sentence, with its place', () => {
  const fault = {
    ...{ id: theme, reason: 'Unexpected }', line: 1, column: 19, loc: { line: 1, column: 18 } },
    message: `[postcss] ${theme}:1:19: Unexpected }`,
  };
  expect(withOwnerFault(built(fault), 'notes')).toEqual(
    new UsageError('.garden/theme.css:1:19 cannot be compiled: Unexpected }.'),
  );
});

test('a fault without a place is said without one', () => {
  const fault = {
    ...{ id: theme, loc: { column: null } },
    message: "[postcss] ENOENT: no such file or directory, open 'a.css'\n  at load",
  };
  expect(withOwnerFault(Object.assign(new Error(fault.message), fault), 'notes')).toEqual(
    new UsageError(
      ".garden/theme.css cannot be compiled: ENOENT: no such file or directory, open 'a.css'.",
    ),
  );
});

test('a fault of the program itself stays what it is', () => {
  const error = built({ id: resolve('src', 'site', 'pages', 'index.astro'), message: 'x' });
  expect(withOwnerFault(error, 'notes')).toBe(error);
  expect(withOwnerFault('no error', 'notes')).toBe('no error');
});
