/** Positions of blocks inside of a fence. */
import type { Code } from 'mdast';
import type { Node, Parent, Position } from 'unist';
import { isParent } from '../../../walk.ts';
import type { ObsidianDraft } from '../obsidian-draft.ts';

/**
 * Sets the positions of a tree that was read from a fence's text to those in the file. `skipped` is the
 * length of the text that was left out at its start. In an indented fence every node has the fence's
 * position.
 */
export function shiftInto(tree: Parent, fence: Code, skipped: number, draft: ObsidianDraft): void {
  const start = fence.position?.start.offset ?? 0;
  const at = draft.source.indexOf(fence.value, start);
  const isThere = at >= 0 && at < (fence.position?.end.offset ?? 0);
  shift(tree, (position) => {
    if (!isThere) return fence.position;
    const from = at + skipped + (position.start.offset ?? 0);
    const to = at + skipped + (position.end.offset ?? 0);
    return {
      start: { ...draft.positionAt(from), offset: from },
      end: { ...draft.positionAt(to), offset: to },
    };
  });
}

function shift(node: Node, move: (position: Position) => Position | undefined): void {
  if (node.position) {
    const moved = move(node.position);
    if (moved) node.position = moved;
    else delete node.position;
  }
  if (isParent(node)) for (const child of node.children) shift(child, move);
}
