/** Code fences; mermaid sources become diagrams of the note. */
import type { Code } from 'mdast';
import { readDiagram } from '../diagram/read-diagram.ts';
import type { NoteDraft } from './note-draft.ts';
import { positionIn, type SourceLine, textOf } from './source-lines.ts';

export interface Fence {
  /** What stands behind the marker: the language, perhaps options. */
  readonly info: string;
  readonly opening: SourceLine;
  readonly lines: readonly SourceLine[];
}

/** The code of a fence. A diagram's links are added to the draft, unresolved. */
export function fenceNode({ info, opening, lines }: Fence, draft: NoteDraft): Code {
  const language = /^[^\s{]+/.exec(info.replace(/^`+/, ''))?.[0] ?? null;
  const meta = info.slice(language?.length ?? 0).trim() || null;
  const value = textOf(lines);
  const node: Code = { type: 'code', lang: language, meta, value };
  if (language?.toLowerCase() !== 'mermaid') return node;
  const { source, links } = readDiagram(value);
  const indexes = links.map((link) =>
    draft.addLink({
      ...{ kind: 'diagram', by: 'name', name: draft.pageName(link.name), anchor: link.anchor },
      ...{ label: link.label, source: link.source, ...positionIn(lines, link.offset) },
    }),
  );
  const { line, column } = opening;
  const diagram = { language: 'mermaid', source, original: value, links: indexes, line, column };
  const index = draft.diagrams.push({ ...diagram, heading: draft.heading }) - 1;
  return { ...node, data: { diagram: index } };
}
