/** Splits inline content at a character of one of its texts. */
import type { PhrasingContent } from 'mdast';
import { isEscaped, piece } from '../../markdown/text.ts';

/** The position of a character: the node's index, and the index in its text. */
export interface Spot {
  readonly index: number;
  readonly at: number;
}

/** The content before a character, and the content from it on. */
export function cutAt(
  nodes: readonly PhrasingContent[],
  { index, at }: Spot,
): [before: PhrasingContent[], after: PhrasingContent[]] {
  const node = nodes[index];
  if (node?.type !== 'text') return [nodes.slice(0, index), nodes.slice(index)];
  const before = at > 0 ? [piece(node, 0, at)] : [];
  const after = at < node.value.length ? [piece(node, at, node.value.length)] : [];
  return [
    [...nodes.slice(0, index), ...before],
    [...after, ...nodes.slice(index + 1)],
  ];
}

/** The first match of a pattern in the texts that does not start with an escaped character, or null. */
export function findInText(
  nodes: readonly PhrasingContent[],
  pattern: RegExp,
): { start: Spot; end: Spot; match: RegExpExecArray } | null {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue;
    for (const match of node.value.matchAll(pattern)) {
      if (isEscaped(node, match.index)) continue;
      const end = { index, at: match.index + match[0].length };
      return { start: { index, at: match.index }, end, match };
    }
  }
  return null;
}

/** The closing bracket on the first line for one that was opened before it, or null; code and links
 * are skipped. */
export function findClose(
  nodes: readonly PhrasingContent[],
  open: string,
  close: string,
): Spot | null {
  let depth = 0;
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break') return null;
    if (node.type !== 'text') continue;
    for (const [at, character] of node.value.split('').entries()) {
      if (character === close && depth === 0) return { index, at };
      depth += Number(character === open) - Number(character === close);
    }
  }
  return null;
}

/** Content without the first character of its first text. */
export function withoutFirst(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return cutAt(nodes, { index: 0, at: 1 })[1];
}
