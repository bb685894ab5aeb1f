/** Converts a page's finished nodes to a Markdown tree. */
import type { ElementContent } from 'hast';
import { defaultNodeHandlers, type NodeHandle, toMdast } from 'hast-util-to-mdast';
import type { Root, RootContent } from 'mdast';
import '../hast-data.ts';
import { blockHandlers } from './block-elements.ts';
import { collapseSpaces } from './collapse-spaces.ts';
import { asPhrasing } from './elements.ts';
import { inlineHandlers } from './inline-elements.ts';
import { listHandlers } from './lists.ts';
import { tableHandlers } from './tables.ts';

const handlers = { ...inlineHandlers, ...listHandlers, ...tableHandlers, ...blockHandlers };
const nodeHandlers = { raw: (_state: unknown, node: ElementContent) => drawn(node), comment: none };

/**
 * Turns the nodes of a finished page (or of a property's value) into mdast. It reads what the page
 * shows, so that a name which is redacted on the page cannot appear here. Output of libraries
 * (highlighted code, formulas, diagrams) has its Markdown in `data.markdown`, and is left out without it.
 */
export function pageToMdast(nodes: readonly ElementContent[]): Root {
  const shown = { type: 'root' as const, children: collapseSpaces(nodes) };
  // The library would copy and collapse what it is given: it is given nothing, and then the nodes.
  const root: NodeHandle = (state) => defaultNodeHandlers.root(state, shown);
  const tree = toMdast(
    { type: 'root', children: [] },
    { handlers, nodeHandlers: { ...nodeHandlers, root } },
  );
  return tree.type === 'root' ? tree : { type: 'root', children: [tree as RootContent] };
}

function drawn(node: ElementContent): RootContent[] {
  if (node.type !== 'raw') return [];
  return (node.data?.markdown ?? []).map((made) => {
    return made.type === 'inlineMath' ? { ...made, data: asPhrasing } : { ...made };
  });
}

function none(): undefined {}
