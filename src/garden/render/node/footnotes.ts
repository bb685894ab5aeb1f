/** Footnotes: as remark-rehype makes them, with ids of their own in every embedded copy. */
import type { Element, ElementContent } from 'hast';
import type { FootnoteReference } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { Place } from '../place.ts';
import { unsearched } from './unsearched.ts';

const label = 'footnote-label';

export function footnoteHandlers(place: Place): Handlers {
  return {
    footnoteReference: (state, node: FootnoteReference) => {
      const mark = defaultHandlers.footnoteReference(state, node);
      for (const link of mark.children) {
        if (link.type === 'element') link.properties['ariaDescribedBy'] = [place.prefix + label];
      }
      return mark;
    },
  };
}

/** Whether this is the list of footnotes at a body's end. */
export function isFootnotes(node: ElementContent): node is Element {
  return node.type === 'element' && node.properties['dataFootnotes'] !== undefined;
}

/** The list with its heading's own id; that heading is for screen readers, no text of the note. */
export function settledFootnotes(place: Place, list: Element): Element {
  const children = list.children.map((child) => {
    if (child.type !== 'element' || child.properties['id'] !== label) return child;
    const tagName = place.prefix === '' ? child.tagName : 'p';
    const properties = { ...child.properties, id: place.prefix + label };
    return unsearched({ ...child, tagName, properties });
  });
  return { ...list, children };
}
