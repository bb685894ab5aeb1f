import type { Diagnostic } from '../../garden/diagnostic.ts';
import type { Drawing } from '../../garden/drawing.ts';
import type { Diagram } from '../../garden/note.ts';

/**
 * The diagnostic of a diagram that could not be drawn, on the note's own line: the one that
 * mermaid names, else the fence's. Null for one that was drawn.
 */
export function drawingDiagnostic(
  path: string,
  diagram: Diagram,
  drawing: Drawing,
): Diagnostic | null {
  if (drawing.kind === 'drawn') return null;
  const inSource = drawing.line !== null;
  return {
    code: 'invalid-diagram',
    path,
    line: diagram.line + (drawing.line ?? 0),
    column: inSource ? 1 : diagram.column,
    message: drawing.message,
    hint: 'The page shows the source in place of the diagram.',
  };
}
