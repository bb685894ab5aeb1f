/** The sides of a cloze card: the same text, with the answers hidden or marked. */
import type { Nodes, PhrasingContent } from 'mdast';
import type { Cloze, Highlight } from '../../body.ts';

/** What stands in place of a hidden text. */
export function hidden(cue: string): PhrasingContent {
  return { type: 'text', value: cue === '' ? '[…]' : `[${cue}]` };
}

/** An answer that is shown. */
export function shown({ children }: Cloze | Highlight): PhrasingContent {
  return { type: 'highlight', color: '', children };
}

/**
 * A copy of nodes in which `replace` decides what stands for a node: other nodes, or null for the node
 * itself, whose children are then asked.
 */
export function replaced<Node extends Nodes>(
  nodes: readonly Node[],
  replace: (node: Nodes) => readonly PhrasingContent[] | null,
): Node[] {
  return nodes.flatMap((node): Node[] => {
    const others = replace(node);
    if (others !== null) return others as unknown as Node[];
    if (!('children' in node)) return [node];
    return [{ ...node, children: replaced<Nodes>(node.children, replace) } as Node];
  });
}
