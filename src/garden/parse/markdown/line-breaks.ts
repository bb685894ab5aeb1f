/** A single newline inside a paragraph as a visible break, as both programs show it by default. */
import type { Break, Root, Text } from 'mdast';
import type { Node, Parent } from 'unist';
import { visitParents } from '../../walk.ts';
import { splitText } from './text.ts';

/** Puts a `break` node in the place of each newline in the tree's text. */
export function breakLines(root: Root): void {
  visitParents(root, (parent) => {
    if (parent.children.some(hasNewline)) replaceNewlines(parent);
  });
}

function hasNewline(node: Node): boolean {
  return node.type === 'text' && (node as Text).value.includes('\n');
}

function replaceNewlines(parent: Parent): void {
  parent.children = parent.children.flatMap((node): readonly Node[] =>
    hasNewline(node)
      ? splitText(node as Text, /[^\S\n]*\n/gu, (): Break => ({ type: 'break' }))
      : [node],
  );
}
