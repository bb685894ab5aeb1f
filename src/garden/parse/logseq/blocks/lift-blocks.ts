/**
 * Display formulas, embedded notes, videos, queries and notices are written inside the text of a block;
 * a page shows them between paragraphs.
 */
import type { BlockContent, PhrasingContent } from 'mdast';
import { displayFormula, displayValue } from '../../markdown/formula/formula-nodes.ts';
import type { LogseqDraft } from '../logseq-draft.ts';

/** Splits inline content into paragraphs and the nodes that are blocks of their own. */
export function liftBlocks(nodes: readonly PhrasingContent[], draft: LogseqDraft): BlockContent[] {
  const blocks: BlockContent[] = [];
  let run: PhrasingContent[] = [];
  const endRun = (): void => {
    const children = withoutEdges(run);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    run = [];
  };
  for (const node of nodes) {
    const block = blockOf(node, draft);
    if (block) {
      endRun();
      blocks.push(block);
    } else run.push(node);
  }
  endRun();
  return blocks;
}

function blockOf(node: PhrasingContent, draft: LogseqDraft): BlockContent | null {
  const formula = displayValue(node);
  if (formula !== null) return displayFormula(formula);
  const { type } = node as { type: string };
  if (type === 'query' || type === 'notice' || type === 'media') return node as BlockContent;
  const transcludes = node.type === 'embed' && draft.links[node.link]?.by !== 'path';
  return transcludes ? node : null;
}

/** Removes line breaks and blanks at the edges of a paragraph. */
function withoutEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let start = 0;
  let end = nodes.length;
  while (start < end && isBlank(nodes[start])) start += 1;
  while (end > start && isBlank(nodes[end - 1])) end -= 1;
  return nodes.slice(start, end).map((node, index, kept) => {
    if (node.type !== 'text') return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === kept.length - 1 ? value.trimEnd() : value };
  });
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}
