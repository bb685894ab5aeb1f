/** Shared by the handlers that turn a page's elements into Markdown: queries and node builders. */
import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { BlockContent, Html, Paragraph, PhrasingContent, Strong } from 'mdast';

/** Whether an element has this class. */
export function hasClass(element: Element, name: string): boolean {
  const names = element.properties['className'];
  return Array.isArray(names) ? names.includes(name) : names === name;
}

/** The child elements. */
export function elementsOf(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}

/** The child elements with this class. */
export function childrenOf(parent: Element, name: string): Element[] {
  return parent.children.filter((child): child is Element => isOf(child, name));
}

/** Whether a node is an element with this class. */
export function isOf(node: ElementContent, name: string): boolean {
  return node.type === 'element' && hasClass(node, name);
}

/** These nodes as blocks: phrasing content among them is wrapped in paragraphs. */
export function blocksOf(state: State, nodes: readonly ElementContent[]): BlockContent[] {
  return state.toFlow(state.all({ type: 'root', children: [...nodes] })) as BlockContent[];
}

/** These nodes as phrasing content. */
export function phrasingOf(state: State, nodes: readonly ElementContent[]): PhrasingContent[] {
  return state.all({ type: 'root', children: [...nodes] }) as PhrasingContent[];
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

export function strong(...children: PhrasingContent[]): Strong {
  return { type: 'strong', children };
}

export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Markdown that is written without escaping: tags and markers. */
export function verbatim(value: string): Html {
  return { type: 'html', value, data: asPhrasing };
}

/** Data that makes hast-util-to-mdast treat an unknown node as phrasing content. */
export const asPhrasing = { hName: 'span' };
