/** Footnotes as remark-rehype makes them, with unique ids in every embedded copy. */
import type { Element, ElementContent, Text as ShownText } from 'hast';
import type { FootnoteReference, Parents, RootContent, Text } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { percentDecoded } from '../../percent-decoding.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

const label = 'footnote-label';

export function footnoteHandlers(context: RenderContext): Handlers {
  return {
    footnoteReference: (state, node: FootnoteReference) => footnoteMark(context, state, node),
    text: (state, node: Text, parent) => textOf(context, state, node, parent),
  };
}

/** A text; a blank at its end does not part it from the number of a footnote, which begins no line. */
function textOf(
  context: RenderContext,
  state: State,
  node: Text,
  parent: Parents | undefined,
): ShownText {
  const shown = defaultHandlers.text(state, node) as ShownText;
  if (!/\s$/.test(shown.value)) return shown;
  const siblings: readonly RootContent[] = parent?.children ?? [];
  const isBefore = beginsWithMark(context, siblings[siblings.indexOf(node) + 1]);
  return isBefore ? { ...shown, value: shown.value.replace(/\s+$/, '\u00a0') } : shown;
}

function beginsWithMark({ rendering }: RenderContext, node: RootContent | undefined): boolean {
  if (node?.type !== 'citation') return node?.type === 'footnoteReference';
  const { hasBibliography = false, works } = rendering.garden;
  const [first] = node.items;
  return hasBibliography && first?.prefix === '' && works?.has(first.key) === true;
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
