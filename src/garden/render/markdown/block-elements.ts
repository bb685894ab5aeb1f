/** Block elements of a page as Markdown: callouts, embeds, notices, queries, boards, code, footnotes. */
import type { Element, ElementContent } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { BlockContent, Blockquote, Code, FootnoteDefinition, List, RootContent } from 'mdast';
import '../hast-data.ts';
import { ownValue } from '../../own-value.ts';
import { oneLine, textOf } from '../page/page-text.ts';
import {
  blocksOf,
  childrenOf,
  elementsOf,
  hasClass,
  isOf,
  paragraph,
  phrasingOf,
  strong,
  text,
  verbatim,
} from './elements.ts';
import { footnoteName } from './inline-elements.ts';

type Made = RootContent | RootContent[] | undefined;

const boxes: Readonly<Record<string, (state: State, node: Element) => Made>> = {
  board,
  callout,
  embed,
  notice,
  picture,
  properties,
  'block-references': () => undefined,
  'query-title': queryTitle,
  'query-group': (state, node) => paragraph(strong(...phrasingOf(state, node.children))),
  'task-dates': dates,
};

/** Handlers of elements that contain blocks: the garden's own by their class, others by default. */
export const blockHandlers: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(['div', 'details', 'dl', 'figure'].map((name) => [name, boxHandler(name)])),
  pre: code,
  section: (state, node, parent) => {
    return node.properties['dataFootnotes'] === undefined
      ? usual('section', state, node, parent)
      : footnotes(state, node);
  },
};

function boxHandler(tagName: string): Handle {
  return (state, node, parent) => {
    const name = Object.keys(boxes).find((each) => hasClass(node, each) && isOwn(node, each));
    const make = name === undefined ? undefined : ownValue(boxes, name);
    return make === undefined ? usual(tagName, state, node, parent) : make(state, node);
  };
}

/** Whether the garden made the element: authors' HTML may have any class, but no data attributes. */
function isOwn(node: Element, name: string): boolean {
  const { dataCallout, dataKind } = node.properties;
  if (name === 'callout') return dataCallout !== undefined;
  if (name === 'embed' || name === 'notice') return dataKind !== undefined;
  if (name === 'board') return childrenOf(node, 'board-scroll').length > 0;
  if (name === 'picture') return node.tagName === 'figure';
  if (name === 'properties') return elementsOf(node).every(({ tagName }) => tagName === 'div');
  return name.startsWith('query-') || node.data?.unsearched === true;
}

function usual(tagName: string, ...[state, node, parent]: Parameters<Handle>): ReturnType<Handle> {
  const handle: Handle | undefined = ownValue(defaultHandlers as Record<string, Handle>, tagName);
  return handle?.(state, node, parent);
}

/** `> [!tip]- Title`, as Obsidian and GitHub write it; without a title where the page shows the default. */
function callout(state: State, node: Element): Blockquote {
  const fold = node.tagName === 'div' ? '' : node.properties['open'] ? '+' : '-';
  const mark = verbatim(`[!${String(node.properties['dataCallout'])}]${fold}`);
  const title = childrenOf(node, 'callout-title')[0];
  const words =
    title === undefined || title.data?.unsearched === true
      ? []
      : [text(' '), ...phrasingOf(state, title.children)];
  const content = childrenOf(node, 'callout-content').flatMap((part) => part.children);
  return quote([paragraph(mark, ...words), ...blocksOf(state, content)]);
}

/** An embed as a quotation that ends with a link to its source. */
function embed(state: State, node: Element): Blockquote {
  const content = childrenOf(node, 'embed-content').flatMap((part) => part.children);
  const source = childrenOf(node, 'embed-source');
  return quote([
    ...blocksOf(state, content),
    ...source.map((link) => paragraph(text('— '), ...phrasingOf(state, [link]))),
  ]);
}

function notice(state: State, node: Element): Blockquote {
  const parts = node.children.flatMap((child) => (isDetails(child) ? child.children : [child]));
  return quote(
    blocksOf(
      state,
      parts.filter((part) => !isSummary(part)),
    ),
  );
}

function isDetails(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'details';
}

function isSummary(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'summary';
}

function quote(children: BlockContent[]): Blockquote {
  return { type: 'blockquote', children };
}

/** A picture with its caption as title, unless that is its alternative text. */
function picture(state: State, node: Element): Made {
  const isCaption = (child: ElementContent) =>
    child.type === 'element' && child.tagName === 'figcaption';
  const shown = phrasingOf(
    state,
    node.children.filter((child) => !isCaption(child)),
  );
  const caption = node.children.find(isCaption);
  const isOther = caption?.type === 'element' && caption.properties['ariaHidden'] === undefined;
  return paragraph(
    ...shown.map((part) => {
      return part.type === 'image' && isOther ? { ...part, title: oneLine(textOf(caption)) } : part;
    }),
  );
}

/** `**Open tasks** 3 results`: the title in bold, the count not. */
function queryTitle(state: State, node: Element): Made {
  const isCount = (child: ElementContent) => child.type === 'element' && child.tagName === 'small';
  const title = phrasingOf(
    state,
    node.children.filter((child) => !isCount(child)),
  );
  const count = phrasingOf(state, node.children.filter(isCount));
  return paragraph(...(count.length === 0 ? title : [strong(...title), text(' '), ...count]));
}

function dates(state: State, node: Element): Made {
  const shown = node.children.map((child) => phrasingOf(state, [child]));
  return paragraph(...shown.flatMap((words, at) => (at === 0 ? words : [text(' · '), ...words])));
}

/** A line `key: value` for each property. */
function properties(state: State, node: Element): Made {
  const lines = elementsOf(node).map((row) => {
    const [key, value] = elementsOf(row);
    return [
      text(`${key === undefined ? '' : oneLine(textOf(key))}: `),
      ...phrasingOf(state, value?.children ?? []),
    ];
  });
  return paragraph(
    ...lines.flatMap((line, at) => (at === 0 ? line : [{ type: 'break' as const }, ...line])),
  );
}

/** A board's cards as a list, and its arrows as another. */
function board(state: State, node: Element): Made {
  const areas = childrenOf(node, 'board-scroll').flatMap((scroll) =>
    childrenOf(scroll, 'board-area'),
  );
  const cards = areas.flatMap((area) => childrenOf(area, 'board-card'));
  const list: List = {
    type: 'list',
    ordered: false,
    spread: true,
    children: cards.map((card) => ({
      type: 'listItem',
      spread: true,
      children: cardBlocks(state, card),
    })),
  };
  const relations = blocksOf(
    state,
    node.children.filter((child) => isOf(child, 'sr-only')),
  );
  return [list, ...relations.flatMap((each): RootContent[] => [{ type: 'thematicBreak' }, each])];
}

function cardBlocks(state: State, card: Element): BlockContent[] {
  const labels = childrenOf(card, 'board-label');
  const rest = card.children.filter((child) => !isOf(child, 'board-label'));
  return [
    ...labels.map((label) => paragraph(strong(...phrasingOf(state, label.children)))),
    ...blocksOf(state, rest),
  ];
}

/** A code block without a grammar has its language in an attribute of its `pre`. */
function code(state: State, node: Element): Code {
  const result = defaultHandlers.pre(state, node);
  const language = node.properties['dataLanguage'];
  return typeof language === 'string' ? { ...result, lang: language } : result;
}

function footnotes(state: State, node: Element): FootnoteDefinition[] {
  const lists = elementsOf(node).filter(({ tagName }) => tagName === 'ol');
  return lists.flatMap(elementsOf).map((item) => {
    const identifier = footnoteName(String(item.properties['id']));
    return { type: 'footnoteDefinition', identifier, children: blocksOf(state, item.children) };
  });
}
