/** Converts the nodes of wiki link tokens into the garden's form. */
import type { Link, PhrasingContent, Root } from 'mdast';
import type { Node, Parent } from 'unist';
import { isParent, visitParents } from '../../../walk.ts';
import type { WikiLink } from './wiki-link.ts';

/**
 * Gives each `wikiLink` node its value as written (the tokenizer has split it at '|'), and splits
 * Markdown links that contain one: HTML allows no link in a link. Pictures may stay.
 */
export function readWikiLinks(root: Root, source: string): void {
  visitParents(root, (parent) => {
    parent.children = parent.children.map((node) =>
      node.type === 'wikiLink' ? wikiLink(node, source) : node,
    );
  });
  visitParents(root, (parent) => {
    if (parent.children.some(holdsLink)) parent.children = parent.children.flatMap(splitLink);
  });
}

function wikiLink(node: Node, source: string): WikiLink {
  const { position } = node;
  const raw = source.slice(position?.start.offset, position?.end.offset);
  const embed = raw.startsWith('!');
  return {
    type: 'wikiLink',
    value: raw.slice(embed ? 3 : 2, -2),
    embed,
    ...(position && { position }),
  };
}

function holdsLink(node: Node): boolean {
  return (node.type === 'link' || node.type === 'linkReference') && hasInner(node as Parent);
}

function hasInner(parent: Parent): boolean {
  return parent.children.some(
    (child) => isInnerLink(child) || (isParent(child) && hasInner(child)),
  );
}

function isInnerLink(node: Node): boolean {
  return node.type === 'wikiLink' && !(node as WikiLink).embed;
}

/** `[a [[b]] c](url)` → the link's text before, the wiki link, the link's text after. */
function splitLink(node: Node): Node[] {
  if (!holdsLink(node)) return [node];
  const outer = node as Link;
  const parts: Node[] = [];
  let rest: PhrasingContent[] = [];
  const flush = (): void => {
    if (rest.length > 0) parts.push({ ...outer, children: rest } as Node);
    rest = [];
  };
  for (const child of outer.children) {
    if (isInnerLink(child) || (isParent(child) && hasInner(child))) {
      flush();
      parts.push(child);
    } else rest.push(child);
  }
  flush();
  return parts;
}
