/** Finds the parts of a page that a later step cannot read, so that only they are lost. */
import type { ElementContent } from 'hast';

/** Depth of elements down to which the part at fault is looked for. */
const maxDepth = 40;

/**
 * The same nodes, with a notice in place of the smallest elements for which `read` throws. For pages
 * on which a step has failed: it reads every part again.
 */
export function keepRenderable(
  nodes: readonly ElementContent[],
  read: (nodes: ElementContent[]) => unknown,
  notice: (error: unknown) => ElementContent,
  depth = 0,
): ElementContent[] {
  return nodes.map((node) => {
    const error = errorOf(() => read([node]));
    if (error === null) return node;
    if (node.type === 'element' && depth < maxDepth) {
      const children = keepRenderable(node.children, read, notice, depth + 1);
      const kept = { ...node, children };
      if (errorOf(() => read([kept])) === null) return kept;
    }
    return notice(error.reason);
  });
}

function errorOf(action: () => unknown): { readonly reason: unknown } | null {
  try {
    action();
    return null;
  } catch (reason) {
    return { reason };
  }
}
