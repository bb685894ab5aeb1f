/** A page's finished nodes as a Markdown tree: what the page shows, and nothing but that. */
import type { ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Root, RootContent } from 'mdast';
import '../hast-data.ts';
import { boxHandlers } from './boxes.ts';
import { amongWords } from './elements.ts';
import { listHandlers } from './lists.ts';
import { tableHandlers } from './tables.ts';
import { wordHandlers } from './words.ts';

const handlers = { ...wordHandlers, ...listHandlers, ...tableHandlers, ...boxHandlers };
const nodeHandlers = { raw: (_state: unknown, node: ElementContent) => drawn(node), comment: none };

/**
 * Turns the nodes of a finished page (or of a property's value) into mdast. It reads what the page
 * shows, so that a name which the page keeps to itself cannot stand in it. What a library drew (code
 * in colour, formulas, diagrams) says by `data.markdown` what it was made of, and is left out if not.
 */
export function treeOf(nodes: readonly ElementContent[]): Root {
  const tree = toMdast({ type: 'root', children: [...nodes] }, { handlers, nodeHandlers });
  return tree.type === 'root' ? tree : { type: 'root', children: [tree as RootContent] };
}

function drawn(node: ElementContent): RootContent[] {
  if (node.type !== 'raw') return [];
  return (node.data?.markdown ?? []).map((made) => {
    return made.type === 'inlineMath' ? { ...made, data: amongWords } : { ...made };
  });
}

function none(): undefined {}
