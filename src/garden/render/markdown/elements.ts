/** Reading a page's elements on their way to Markdown, and the small parts that all handlers write. */
import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { BlockContent, Html, Paragraph, PhrasingContent, Strong } from 'mdast';

/** Whether an element bears this class. */
export function hasClass(element: Element, name: string): boolean {
  const names = element.properties['className'];
  return Array.isArray(names) ? names.includes(name) : names === name;
}

/** The elements among an element's children. */
export function elementsOf(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}

/** The elements among a node's children that bear this class. */
export function childrenOf(parent: Element, name: string): Element[] {
  return parent.children.filter((child): child is Element => isOf(child, name));
}

/** Whether a node is an element that bears this class. */
export function isOf(node: ElementContent, name: string): boolean {
  return node.type === 'element' && hasClass(node, name);
}

/** These nodes as blocks: words among them stand in paragraphs. */
export function blocksOf(state: State, nodes: readonly ElementContent[]): BlockContent[] {
  return state.toFlow(state.all({ type: 'root', children: [...nodes] })) as BlockContent[];
}

/** These nodes as words. */
export function wordsOf(state: State, nodes: readonly ElementContent[]): PhrasingContent[] {
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

/** Markdown that stands as it is written here: tags, and signs that must not be escaped. */
export function verbatim(value: string): Html {
  return { type: 'html', value, data: amongWords };
}

/** Tells hast-util-to-mdast that a node which it does not know stands among words. */
export const amongWords = { hName: 'span' };
