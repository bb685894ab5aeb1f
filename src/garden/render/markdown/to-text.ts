/** Serializes a Markdown tree. */
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { type Join, toMarkdown } from 'mdast-util-to-markdown';
import '../../body.ts';
import { tagUnreadEmphasis } from './emphasis.ts';
import { type PeekingHandle, text } from './text-handler.ts';

/** Writes the tree as GitHub and Obsidian read it: GFM, formulas, `==marked==`, `> [!note]`. */
export function markdownText(tree: Root): string {
  tagUnreadEmphasis(tree);
  return toMarkdown(tree, {
    bullet: '-',
    bulletOther: '*',
    rule: '-',
    listItemIndent: 'one',
    handlers: { highlight, text },
    extensions,
  });
}

const highlight: PeekingHandle = (node: Nodes, _parent, state, info) => {
  if (node.type !== 'highlight') return '';
  const tracker = state.createTracker(info);
  const start = tracker.move('==');
  const words = state.containerPhrasing(
    { ...node, type: 'paragraph' },
    {
      before: start,
      after: '=',
      ...tracker.current(),
    },
  );
  return `${start}${tracker.move(words)}==`;
};

highlight.peek = () => '=';

/** No blank line between a callout's head and its text, as its programs write it. */
const joinCallout: Join = (left, right, parent) => {
  if (parent.type !== 'blockquote' || left !== parent.children[0]) return undefined;
  const first = left.type === 'paragraph' ? left.children[0] : undefined;
  const isHead = first?.type === 'html' && first.value.startsWith('[!');
  return isHead && right.type === 'paragraph' ? 0 : undefined;
};

/** Made once, for the patterns of their unsafe characters are compiled once for each. */
const extensions = [
  gfmToMarkdown({ tablePipeAlign: false }),
  mathToMarkdown(),
  { join: [joinCallout] },
];
