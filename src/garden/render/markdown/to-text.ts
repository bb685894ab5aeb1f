/** Serializes a Markdown tree. */
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, type Handle, type Join, toMarkdown } from 'mdast-util-to-markdown';
import '../../body.ts';
import { tagUnreadEmphasis } from './emphasis.ts';

/** Writes the tree as GitHub and Obsidian read it: GFM, formulas, `==marked==`, `> [!note]`. */
export function markdownText(tree: Root): string {
  tagUnreadEmphasis(tree);
  return toMarkdown(tree, {
    bullet: '-',
    bulletOther: '*',
    rule: '-',
    listItemIndent: 'one',
    handlers: { highlight, text },
    extensions: [
      gfmToMarkdown({ tablePipeAlign: false }),
      mathToMarkdown(),
      { join: [joinCallout] },
    ],
  });
}

/** A handler that gives the first character of its output without serializing it. */
type PeekingHandle = Handle & { peek: Handle };

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

/** The default handler, with a `peek` that avoids serializing the text twice. */
const text: PeekingHandle = (...given) => defaultHandlers.text(...given);
text.peek = (node) => node.value.slice(0, 1);

/** No blank line between a callout's head and its text, as its programs write it. */
const joinCallout: Join = (left, right, parent) => {
  if (parent.type !== 'blockquote' || left !== parent.children[0]) return undefined;
  const first = left.type === 'paragraph' ? left.children[0] : undefined;
  const isHead = first?.type === 'html' && first.value.startsWith('[!');
  return isHead && right.type === 'paragraph' ? 0 : undefined;
};
