/** Has the first update take no longer than the next ones. */
import { drawingKey } from '../../draw/mermaid/drawing-key.ts';
import { renderNote } from '../../garden/render/render-note.ts';
import { noPlugins } from '../plugins/load-plugins.ts';
import { parseLimited } from '../plugins/parse-limited.ts';
import { FactNumbers } from '../read-set/fact-numbers.ts';
import { recordReads } from '../read-set/recording-garden.ts';
import { sourcesOf } from '../write-note.ts';
import type { KeptImport } from './kept-import.ts';

/** Parses and renders a note, and writes nothing: what that needs is loaded then. */
export async function rehearseUpdate(kept: KeptImport): Promise<void> {
  const { garden, sources } = kept;
  for (const { id, note } of garden.notes.values()) {
    const source = sources.get(note.path);
    if (source === undefined) continue;
    const { body } = parseLimited(source, source.vault, noPlugins);
    const given = await sourcesOf(kept.drawings, (path) =>
      path === note.path ? body : kept.body(path),
    );
    const reads = recordReads(garden, given, drawingKey, new FactNumbers());
    renderNote(reads.garden, id, reads.sources);
    return;
  }
}
