/** Diagrams in languages that the garden does not draw: their source is shown below a notice. */
import type { Notice } from '../../body.ts';
import type { Position } from '../../diagnostic.ts';
import type { NoteDraft } from '../draft/note-draft.ts';

const languages = new Map(
  Object.entries({
    plantuml: { kind: 'plantuml', name: 'PlantUML' },
    'plantuml-ascii': { kind: 'plantuml', name: 'PlantUML' },
    'plantuml-svg': { kind: 'plantuml', name: 'PlantUML' },
    puml: { kind: 'plantuml', name: 'PlantUML' },
    d2: { kind: 'd2', name: 'D2' },
    dot: { kind: 'graphviz', name: 'Graphviz' },
    graphviz: { kind: 'graphviz', name: 'Graphviz' },
  }),
);

/**
 * The notice above a fence in this language, or null for languages that are no diagrams. Diagnostic:
 * `unsupported-syntax`.
 */
export function undrawnNotice(language: string, place: Position, draft: NoteDraft): Notice | null {
  const found = languages.get(language.toLowerCase());
  if (!found) return null;
  const message = `Diagrams of ${found.name} are not drawn here; this is the source.`;
  draft.report('unsupported-syntax', place, message, 'Mermaid diagrams are drawn.');
  return { type: 'notice', kind: found.kind, message, source: '' };
}
