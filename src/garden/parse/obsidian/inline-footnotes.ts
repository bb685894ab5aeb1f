/** `^[text]`: a note at the foot that is written where it is referred to. */
import type { PhrasingContent } from 'mdast';
import { isEscaped, piece } from '../markdown/text.ts';

/**
 * Takes each `^[…]` out of inline content. `define` gets what stands in it and gives the reference.
 * Brackets count only in text: code and links inside are passed over.
 */
export function takeFootnotes(
  nodes: readonly PhrasingContent[],
  define: (children: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  if (!nodes.some((node) => openingIn(node) >= 0)) return [...nodes];
  const kept: PhrasingContent[] = [];
  let rest: readonly PhrasingContent[] = nodes;
  while (rest.length > 0) {
    const found = findNote(rest);
    if (!found) break;
    kept.push(...found.before, define(found.children));
    rest = found.after;
  }
  return [...kept, ...rest];
}

interface Note {
  readonly before: readonly PhrasingContent[];
  readonly children: PhrasingContent[];
  readonly after: readonly PhrasingContent[];
}

function findNote(nodes: readonly PhrasingContent[]): Note | null {
  const index = nodes.findIndex((node) => openingIn(node) >= 0);
  const node = nodes[index];
  if (!node) return null;
  const open = openingIn(node);
  const behind = cut(nodes, { index, at: open + 2 })[1];
  const close = findClose(behind);
  if (!close) return null;
  const [children, rest] = cut(behind, close);
  return { before: cut(nodes, { index, at: open })[0], children, after: withoutFirst(rest) };
}

/** Index of the first `^[` in a text that is not escaped, or -1. */
function openingIn(node: PhrasingContent): number {
  if (node.type !== 'text') return -1;
  let index = node.value.indexOf('^[');
  while (index >= 0 && isEscaped(node, index)) index = node.value.indexOf('^[', index + 1);
  return index;
}

interface Spot {
  readonly index: number;
  readonly at: number;
}

function findClose(nodes: readonly PhrasingContent[]): Spot | null {
  let depth = 0;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue;
    for (let at = 0; at < node.value.length; at += 1) {
      if (node.value[at] === '[') depth += 1;
      if (node.value[at] !== ']') continue;
      if (depth === 0) return { index, at };
      depth -= 1;
    }
  }
  return null;
}

function cut(
  nodes: readonly PhrasingContent[],
  { index, at }: Spot,
): [PhrasingContent[], PhrasingContent[]] {
  const node = nodes[index];
  if (node?.type !== 'text') return [nodes.slice(0, index), nodes.slice(index)];
  const before = at > 0 ? [piece(node, 0, at)] : [];
  const after = at < node.value.length ? [piece(node, at, node.value.length)] : [];
  return [
    [...nodes.slice(0, index), ...before],
    [...after, ...nodes.slice(index + 1)],
  ];
}

function withoutFirst(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return [...nodes];
  return first.value.length > 1 ? [piece(first, 1, first.value.length), ...rest] : rest;
}
