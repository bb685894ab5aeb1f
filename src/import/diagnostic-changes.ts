/** Which diagnostics an edit made, and which it mended. Pure. */
import type { Diagnostic } from '../garden/diagnostic.ts';

export interface DiagnosticChanges {
  readonly made: readonly Diagnostic[];
  readonly mended: readonly Diagnostic[];
}

/**
 * Compares the diagnostics of two imports. One that only moved to another line is neither new nor mended.
 * `oldPath` gives the path that a diagnostic's note had before: the same if it is left out.
 */
export function diagnosticChanges(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  oldPath: (diagnostic: Diagnostic) => string = ({ path }) => path,
): DiagnosticChanges {
  const known = Map.groupBy(before, (each) => factOf(each, each.path));
  const made = after.filter((each) => {
    return known.get(factOf(each, oldPath(each)))?.shift() === undefined;
  });
  return { made, mended: [...known.values()].flat() };
}

function factOf({ code, message }: Diagnostic, path: string): string {
  return JSON.stringify([code, path, message]);
}
