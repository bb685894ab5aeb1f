/** Headings: their level below the page's title, their id and their permalink. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Heading, Nodes, Root } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import { toString as plainText } from 'mdast-util-to-string';
import { publicFragment } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

export function headingHandlers(context: RenderContext): Handlers {
  return {
    heading: (state, node: Heading) => {
      const fragment = node.data?.fragment ?? '';
      if (node === context.title) return titleAnchor(context, fragment);
      const own = fragment === context.block ? '' : publicFragment(context.entry, fragment);
      return headingElement(context, node.depth, state.all(node), own);
    },
  };
}

/** The anchor that remains of a heading which repeats the page's title. */
function titleAnchor(context: RenderContext, fragment: string): Element {
  return h('span', { id: fragment === '' ? undefined : publicFragment(context.entry, fragment) });
}

/** The first heading, if it only repeats the note's title; else null. */
export function repeatedTitle(title: string, body: Root): Heading | null {
  const first = body.children.find((node) => node.type !== 'yaml');
  if (first?.type !== 'heading' || first.depth !== 1) return null;
  return plainText(first).trim() === title ? first : null;
}

/** A heading of source depth `depth`; without a fragment of its own it uses that of its block. */
export function headingElement(
  context: RenderContext,
  depth: number,
  children: ElementContent[],
  fragment: string,
): Element {
  const level = Math.min(6, Math.max(2, depth + context.shift));
  context.level = level;
  const heading = h(`h${level}`, children);
  heading.data = { heading: { depth, fragment: context.prefix + (fragment || context.block) } };
  if (fragment !== '') heading.properties['id'] = context.prefix + fragment;
  const target = fragment || context.block;
  if (target !== '' && context.prefix === '') {
    const href = `#${encodeURIComponent(target)}`;
    const ariaLabel = context.rendering.texts.linkToHeading;
    const anchor = notSearched(h('a.heading-anchor', { href, ariaLabel }, '#'));
    heading.children.push(anchor);
  }
  return heading;
}

/** The shift that puts the highest heading of `nodes` one level below `level`. */
export function shiftBelow(level: number, nodes: readonly Nodes[]): number {
  const highest = highestDepth(nodes);
  return highest === 7 ? 0 : level + 1 - highest;
}

/** The smallest depth of the headings in these nodes; 7 where there are none. */
export function highestDepth(nodes: readonly Nodes[]): number {
  let highest = 7;
  for (const node of nodes) {
    if (node.type === 'heading') highest = Math.min(highest, node.depth);
    if (node.type === 'outlineBlock') highest = Math.min(highest, node.heading ?? 7);
    if ('children' in node && node.type !== 'paragraph') {
      highest = Math.min(highest, highestDepth(node.children));
    }
  }
  return highest;
}
