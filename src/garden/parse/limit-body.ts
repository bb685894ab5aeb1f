/** Limits the depth of a body, and reports what a note has beyond the limits. */
import type { Root } from 'mdast';
import type { Node, Parent } from 'unist';
import type { Notice } from '../body.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { excessNotice } from './markdown/budget.ts';

/** Levels of nodes: 100 levels of a list or an outline are 200 of them. */
const maxDepth = 250;

/**
 * Replaces the blocks that are deeper than the limit by notices, and drops deeper inline content, so that
 * no reader of the body overflows its stack. Diagnostic: `too-large`, for each notice.
 */
export function limitBody(body: Root, path: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const waiting: { readonly parent: Parent; readonly depth: number }[] = [
    { parent: body, depth: 1 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { parent, depth } = next;
    if (depth > maxDepth && parent.children.length > 0) limit(parent);
    for (const child of parent.children) {
      if (isNotice(child)) found.push(tooLarge(child, path));
      if ('children' in child) waiting.push({ parent: child as Parent, depth: depth + 1 });
    }
  }
  return found;
}

const holdsBlocks = new Set(['blockquote', 'callout', 'listItem', 'outlineBlock']);

function limit(parent: Parent): void {
  const [first] = parent.children;
  if (first === undefined) return;
  const notice = excessNotice(first, 'too deep');
  if (holdsBlocks.has(parent.type)) parent.children = [notice];
  else if (parent.type === 'list' || parent.type === 'outline') {
    parent.children = [{ ...first, children: [notice] } as Parent];
  } else parent.children = [];
}

function isNotice(node: Node): node is Notice {
  return node.type === 'notice' && (node as Notice).kind === 'too-large';
}

function tooLarge({ message, position }: Notice, path: string): Diagnostic {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  const hint = 'Divide it into smaller parts.';
  return { code: 'too-large', path, line, column, message: `${message}.`, hint };
}
