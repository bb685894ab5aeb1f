import { expect, test } from 'vitest';
import type { Diagnostic } from '../garden/diagnostic.ts';
import { diagnosticChanges } from './diagnostic-changes.ts';

const at = (path: string, line: number, message = 'No note.'): Diagnostic => {
  return { code: 'unresolved-link', path, line, column: 1, message, hint: '' };
};

test('what moved to another line is neither new nor mended', () => {
  expect(diagnosticChanges([at('A.md', 1)], [at('A.md', 7)])).toEqual({ made: [], mended: [] });
});

test('a second fault of the same words is new, and one of two is mended', () => {
  const two = [at('A.md', 1), at('A.md', 5)];
  expect(diagnosticChanges([at('A.md', 1)], two)).toEqual({ made: [at('A.md', 5)], mended: [] });
  expect(diagnosticChanges(two, [at('A.md', 1)])).toEqual({ made: [], mended: [at('A.md', 5)] });
});

test('a fault of a renamed note is compared with that of its old path', () => {
  const oldPath = ({ path }: Diagnostic) => (path === 'B.md' ? 'A.md' : path);
  expect(diagnosticChanges([at('A.md', 1)], [at('B.md', 1)], oldPath)).toEqual({
    made: [],
    mended: [],
  });
});
