/** Mermaid fences: how their sources and references enter a note, in both dialects. */
import type { Position } from '../../diagnostic.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import { shownNames } from '../diagram/shown-names.ts';
import type { LinkDraft, NoteDraft } from './note-draft.ts';

/** A fence in the language of diagrams, and where it is. */
export interface DiagramFence extends Position {
  readonly original: string;
  /** Text of the nearest heading or block above. */
  readonly heading: string;
  /** Fragment of the block or heading that holds the fence. */
  readonly fragment: string;
  /** How the dialect looks up a name that is written in the diagram. */
  target(name: string): Pick<LinkDraft, 'by' | 'name'>;
  /** Place in the file of a character of the source. */
  positionOf(offset: number): Position;
}

/** Adds a diagram with its links to the draft and returns its index in the note's `diagrams`. */
export function addDiagram(fence: DiagramFence, draft: NoteDraft): number {
  const { original, heading, fragment, line, column } = fence;
  const { source, links } = readDiagram(original);
  const indexes = links.map(({ name, anchor, label, source: written, offset, context }) => {
    const place = fence.positionOf(offset);
    const target = fence.target(name);
    const index = draft.addLink({
      kind: 'diagram',
      anchor,
      label,
      source: written,
      ...target,
      ...place,
    });
    draft.setContext(index, { ...context, fragment });
    return index;
  });
  for (const shown of shownNames(original, new Set(links.map((link) => link.source)))) {
    const { name, source: written, offset } = shown;
    const facts = {
      kind: 'diagram',
      by: 'name',
      anchor: null,
      label: '',
      uncounted: true,
    } as const;
    indexes.push(draft.addLink({ ...facts, name, source: written, ...fence.positionOf(offset) }));
  }
  const diagram = { language: 'mermaid', source, original, links: indexes, heading, line, column };
  return draft.diagrams.push(diagram) - 1;
}
