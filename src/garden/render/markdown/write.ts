/** A Markdown tree as text. */
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, type Handle, type Join, toMarkdown } from 'mdast-util-to-markdown';
import '../../body.ts';
import { tagUnreadEmphasis } from './emphasis.ts';

/** Writes the tree as GitHub and Obsidian read it: GFM, formulas, `==marked==`, `> [!note]`. */
export function write(tree: Root): string {
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

/** A handler that tells by how its text begins, without writing it: nodes before it ask. */
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

/** As usual, but what stands before it need not have it written twice to learn how it begins. */
const text: PeekingHandle = (...given) => defaultHandlers.text(...given);
text.peek = (node) => node.value.slice(0, 1);

/** A callout's text follows its head at once, as its programs write it. */
const joinCallout: Join = (left, right, parent) => {
  if (parent.type !== 'blockquote' || left !== parent.children[0]) return undefined;
  const first = left.type === 'paragraph' ? left.children[0] : undefined;
  const isHead = first?.type === 'html' && first.value.startsWith('[!');
  return isHead && right.type === 'paragraph' ? 0 : undefined;
};
