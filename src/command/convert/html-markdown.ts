/** HTML of posts as Markdown. Pure. */
import type { Element, Nodes } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { markdownText } from '../../garden/render/markdown/to-text.ts';

/** The Markdown of HTML; `addressOf` gives the address that a link or picture has in the garden. */
export function htmlMarkdown(html: string, addressOf: (address: string) => string): string {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Nodes;
  const mdast = toMdast(tree, {
    handlers: {
      ...{ figure, iframe: asHtml, video: asHtml, audio: asHtml, form: nothing },
      ...{ sup: asTags, sub: asTags, kbd: asTags, u: asTags, ins: asTags },
    },
    nodeHandlers: {
      comment: (_, node: { readonly value: string }) =>
        /^\s*more\b/u.test(node.value) ? { type: 'html', value: '<!--more-->' } : undefined,
    },
  }) as Root;
  visit(mdast, (node) => {
    if (node.type === 'link' || node.type === 'image') node.url = addressOf(node.url);
  });
  return markdownText(mdast);
}

/** An address alone in a figure is a player: Obsidian shows it as a picture of it. */
const figure: Handle = (state, node: Element) => {
  const text = node.children.map((child) => (child.type === 'text' ? child.value : textOf(child)));
  const address = text.join('').trim();
  const isAddress = /^https?:\/\/\S+$/u.test(address);
  if (!isAddress) return state.toFlow(state.all(node));
  return { type: 'paragraph', children: [{ type: 'image', url: address, alt: '' }] };
};

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const asHtml: Handle = (_, node: Element) => ({ type: 'html', value: toHtml(node) });
/** What Markdown has no sign for keeps its tags, with Markdown between them. */
const asTags: Handle = (state, node: Element) => [
  { type: 'html', value: `<${node.tagName}>` },
  ...(state.all(node) as PhrasingContent[]),
  { type: 'html', value: `</${node.tagName}>` },
];
const nothing: Handle = () => undefined;
