/** Tree traversal during which children may be replaced. */
import type { Node, Parent } from 'unist';

/** Calls `visit` for every parent of the tree, outermost first; it may replace the children. */
export function visitParents(root: Parent, visit: (parent: Parent) => void): void {
  visit(root);
  for (const child of root.children) if (isParent(child)) visitParents(child, visit);
}

/** Whether a node has children. */
export function isParent(node: Node): node is Parent {
  return 'children' in node;
}
