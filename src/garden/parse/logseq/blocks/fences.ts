/** Code fences; mermaid sources become diagrams of the note, those of other programs get a notice. */
import type { Code } from 'mdast';
import type { Notice } from '../../../body.ts';
import { readDiagram } from '../../diagram/read-diagram.ts';
import { undrawnNotice } from '../../diagram/undrawn.ts';
import type { NoteDraft } from '../note-draft.ts';
import { positionIn, type SourceLine, textOf } from '../outline/source-lines.ts';

export interface Fence {
  /** What stands behind the marker: the language, perhaps options. */
  readonly info: string;
  readonly opening: SourceLine;
  readonly lines: readonly SourceLine[];
}

/** The code of a fence, below a notice where it is a diagram that is not drawn. */
export function fenceNodes({ info, opening, lines }: Fence, draft: NoteDraft): (Code | Notice)[] {
  const language = /^[^\s{]+/.exec(info.replace(/^`+/, ''))?.[0] ?? null;
  const meta = info.slice(language?.length ?? 0).trim() || null;
  const value = textOf(lines);
  const node: Code = { type: 'code', lang: language, meta, value };
  if (language?.toLowerCase() === 'mermaid') {
    return [{ ...node, data: { diagram: addDiagram(value, opening, lines, draft) } }];
  }
  const undrawn = undrawnNotice(language ?? '');
  if (!undrawn) return [node];
  draft.report('unsupported-syntax', opening, undrawn.message, 'Mermaid diagrams are drawn.');
  return [undrawn, node];
}

/** Adds a diagram and its links, and gives its index. */
function addDiagram(
  original: string,
  { line, column }: SourceLine,
  lines: readonly SourceLine[],
  draft: NoteDraft,
): number {
  const { source, links } = readDiagram(original);
  const indexes = links.map((link) => {
    const index = draft.addLink({
      ...{ kind: 'diagram', by: 'name', name: draft.pageName(link.name), anchor: link.anchor },
      ...{ label: link.label, source: link.source, ...positionIn(lines, link.offset) },
    });
    draft.setContext(index, { ...link.context, fragment: '' });
    return index;
  });
  const diagram = { language: 'mermaid', source, original, links: indexes, line, column };
  return draft.diagrams.push({ ...diagram, heading: draft.heading }) - 1;
}
