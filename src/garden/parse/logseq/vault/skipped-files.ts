/** Files that Logseq shows and the garden does not. */
import type { Diagnostic } from '../../../diagnostic.ts';

interface SkippedKind {
  readonly path: RegExp;
  readonly name: string;
  readonly hint?: string;
}

const kinds: readonly SkippedKind[] = [
  { path: /\.excalidraw$/i, name: 'A drawing' },
  {
    path: /^(?:pages|journals)\/(?:.+\/)?\.[^/]+\.(?:md|org)$/i,
    name: 'A file whose name starts with a dot',
    hint: 'Write the first dot of the name as “%2E”, as Logseq does.',
  },
];

/**
 * A 'skipped-file' diagnostic for every drawing and dot file among `paths`, which are
 * relative to the notes folder, for the graph in folder `root`.
 */
export function skippedFiles(root: string, paths: readonly string[]): Diagnostic[] {
  const start = root === '' ? 0 : root.length + 1;
  return paths.flatMap((path) => {
    const kind = kinds.find((candidate) => candidate.path.test(path.slice(start)));
    if (!kind) return [];
    return [
      {
        code: 'skipped-file' as const,
        path,
        line: 1,
        column: 1,
        message: `${kind.name} is not published.`,
        hint: kind.hint ?? '',
      },
    ];
  });
}
