/** Footnotes as remark-rehype makes them, with unique ids in every embedded copy. */
import type { Element, ElementContent } from 'hast';
import type { FootnoteReference } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { percentDecoded } from '../../percent-decoding.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

const label = 'footnote-label';

export function footnoteHandlers(context: RenderContext): Handlers {
  return {
    footnoteReference: (state, node: FootnoteReference) => footnoteMark(context, state, node),
  };
}

/** The number that leads to a footnote of the state. */
export function footnoteMark(
  context: RenderContext,
  state: State,
  node: FootnoteReference,
): Element {
  const mark = defaultHandlers.footnoteReference(state, node);
  for (const link of mark.children) {
    if (link.type !== 'element') continue;
    link.properties['ariaDescribedBy'] = [context.prefix + label];
    readId(link);
  }
  return mark;
}

/** Whether the node is the list of footnotes at a body's end. */
export function isFootnotes(node: ElementContent): node is Element {
  return node.type === 'element' && node.properties['dataFootnotes'] !== undefined;
}

/** An id is what its address decodes to: `[^注]` has an address with percent signs. */
function readId({ properties }: Element): void {
  if (typeof properties['id'] === 'string') properties['id'] = percentDecoded(properties['id']);
}

/** Gives the list's heading a unique id; it is for screen readers and not text of the note. */
export function finishFootnotes(context: RenderContext, list: Element): Element {
  visit(list, 'element', (node) => {
    if (String(node.properties['id']).startsWith(`${context.prefix}fn-`)) readId(node);
  });
  const children = list.children.map((child) => {
    if (child.type !== 'element' || child.properties['id'] !== label) return child;
    const tagName = context.prefix === '' ? child.tagName : 'p';
    const properties = { ...child.properties, id: context.prefix + label };
    return notSearched({ ...child, tagName, properties });
  });
  return { ...list, children };
}
