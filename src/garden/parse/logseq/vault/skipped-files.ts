/** Files that Logseq shows and the garden does not. */
import type { Diagnostic } from '../../../diagnostic.ts';

const kinds: readonly { readonly path: RegExp; readonly name: string }[] = [
  { path: /^whiteboards\/.+\.edn$/i, name: 'A whiteboard' },
  { path: /\.excalidraw$/i, name: 'A drawing' },
  { path: /^(?:pages|journals)\/.+\.org$/i, name: 'A page in Org mode' },
];

/**
 * A 'skipped-file' diagnostic for every whiteboard, drawing and org page among `paths`, which are
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
        hint: kind.name === 'A page in Org mode' ? 'Keep the page as Markdown to publish it.' : '',
      },
    ];
  });
}
