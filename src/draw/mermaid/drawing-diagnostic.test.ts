import { expect, test } from 'vitest';
import type { Diagram } from '../../garden/note.ts';
import { drawingDiagnostic } from './drawing-diagnostic.ts';

const diagram: Diagram = {
  ...{ language: 'mermaid', source: '', original: '', links: [], heading: '' },
  ...{ line: 40, column: 3 },
};

test('a diagram that cannot be drawn is reported on the note’s own line', () => {
  const failed = { kind: 'failed', message: 'Parse error.', line: 2 } as const;
  expect(drawingDiagnostic('a.md', diagram, failed)).toEqual({
    code: 'invalid-diagram',
    path: 'a.md',
    line: 42,
    column: 1,
    message: 'Parse error.',
    hint: 'The page shows the source in place of the diagram.',
  });
  const unplaced = drawingDiagnostic('a.md', diagram, { ...failed, line: null });
  expect([unplaced?.line, unplaced?.column]).toEqual([40, 3]);
});
