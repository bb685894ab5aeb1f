import { expect, test } from 'vitest';
import { readError, sourceLine } from './error-place.ts';

test('lines that mermaid drops before it parses are counted', () => {
  const source =
    '---\ntitle: T\n---\n\n%% a comment\nflowchart LR\n%%{init: {}}%%\n  A --> B\n  A[';
  expect([1, 2, 3].map((line) => sourceLine(source, line))).toEqual([6, 8, 9]);
});

test('a line behind the last one is the last one', () => {
  expect(sourceLine('flowchart LR\n  A[', 7)).toBe(2);
});

test('the line of an error is read from its message or its location, or is null', () => {
  const source = 'pie\n  x\n  y';
  expect(readError(new Error('Parsing failed: line 2, column 3: no'), source).line).toBe(2);
  const placed = Object.assign(new Error('Bad'), {
    hash: { loc: { first_line: 3, last_line: 3 } },
  });
  expect(readError(placed, source)).toEqual({ message: 'Bad.', line: 3 });
  expect(readError('odd', source)).toEqual({ message: 'odd.', line: null });
});

test('the parser’s picture of the text is left out of the message', () => {
  const message =
    "Parse error on line 2:\n...rt LR  A --> B(\n-----------------^\nExpecting 'SQE', got 'EOF'";
  expect(readError(new Error(message), 'flowchart LR\n  A --> B(')).toEqual({
    message: 'Parse error near “rt LR  A --> B(”.',
    line: 2,
  });
});
