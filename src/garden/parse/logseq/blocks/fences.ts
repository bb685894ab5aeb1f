/** Code fences; mermaid sources become diagrams of the note, other diagram languages get a notice. */
import type { Code } from 'mdast';
import type { Notice, PluginPart } from '../../../body.ts';
import { undrawnNotice } from '../../diagram/undrawn.ts';
import { addDiagram } from '../../draft/add-diagram.ts';
import { pluginNode } from '../../draft/plugin-nodes.ts';
import { positionIn, type SourceLine, textOf } from '../lines/source-lines.ts';
import type { LogseqDraft } from '../logseq-draft.ts';

export interface Fence {
  /** Text after the marker: the language, perhaps options. */
  readonly info: string;
  readonly opening: SourceLine;
  readonly lines: readonly SourceLine[];
}

/** The code of a fence, below a notice where it is a diagram that is not drawn. */
export function fenceNodes(
  { info, opening, lines }: Fence,
  draft: LogseqDraft,
): (Code | Notice | PluginPart)[] {
  const language = /^[^\s{]+/.exec(info.replace(/^`+/, ''))?.[0] ?? null;
  const meta = info.slice(language?.length ?? 0).trim() || null;
  const value = textOf(lines);
  const node: Code = { type: 'code', lang: language, meta, value };
  const fence = { language: language?.toLowerCase() ?? '', meta: meta ?? '', code: value };
  const made = pluginNode(draft.extensions.fence(fence, draft.extendedNote), value, opening, draft);
  if (made) return [made];
  if (fence.language === 'mermaid') {
    return [{ ...node, data: { diagram: diagramOf(value, opening, lines, draft) } }];
  }
  const notice = undrawnNotice(language ?? '', opening, draft);
  return notice ? [notice, node] : [node];
}

/** Adds the diagram and returns its index; its block is set once that has been read. */
function diagramOf(
  original: string,
  { line, column }: SourceLine,
  lines: readonly SourceLine[],
  draft: LogseqDraft,
): number {
  const fence = {
    ...{ original, heading: draft.heading, fragment: '', line, column },
    target: (name: string) => ({ by: 'name' as const, name: draft.pageName(name) }),
    positionOf: (offset: number) => positionIn(lines, offset),
  };
  return addDiagram(fence, draft);
}
