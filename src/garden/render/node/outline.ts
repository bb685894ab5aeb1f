/** Logseq's outline: nested lists with foldable children. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Outline, OutlineBlock } from '../../body.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { RenderContext } from '../render-context.ts';
import { blockProperties } from './block-properties.ts';
import { blockReferences } from './block-references.ts';
import { headingElement } from './headings.ts';
import { notSearched } from './not-searched.ts';
import { taskDates, taskMark } from './tasks.ts';

export function outlineHandlers(context: RenderContext): Handlers {
  return {
    outline: (state, node: Outline) => outlineList(context, state, node),
    outlineBlock: (state, node: OutlineBlock) => outlineItem(context, state, node),
  };
}

function outlineList(context: RenderContext, state: State, node: Outline): Element {
  context.outline += 1;
  const items = state.all(node);
  context.outline -= 1;
  return h('ul.outline', items);
}

function outlineItem(context: RenderContext, state: State, node: OutlineBlock): Element {
  const enclosing = context.block;
  context.block = node.fragment;
  const own = node.children.filter((child) => child.type !== 'outline');
  const below = node.children.filter((child) => child.type === 'outline');
  const content = h('div.block-content', [
    ...blockContent(context, state, node, own),
    ...blockProperties(context, node.properties),
    ...blockReferences(context, node.fragment),
  ]);
  const item = h('li.block', { id: context.prefix + node.fragment }, [
    content,
    ...foldedChildren(context, state, node, below),
  ]);
  if (node.ordinal !== null) {
    item.properties['dataOrdinal'] = ordinalLabel(node.ordinal, context.numbered);
  }
  if (node.card === true) item.properties['dataCard'] = '';
  if (node.background !== '') item.properties['dataBackground'] = node.background;
  context.block = enclosing;
  return item;
}

function blockContent(
  context: RenderContext,
  state: State,
  node: OutlineBlock,
  own: readonly Nodes[],
): ElementContent[] {
  const content = own.flatMap((child) => oneOf(state, child, node));
  const [first, ...rest] = content;
  const line = first?.type === 'element' && first.tagName === 'p' ? first : null;
  if (node.heading !== null && line !== null) {
    content[0] = headingElement(context, node.heading, line.children, '');
  }
  if (node.task === null) return content;
  const mark = taskMark(context, node.task);
  const dates = taskDates(context, node.task);
  const title = content[0];
  if (title?.type !== 'element' || !/^(p|h[1-6])$/.test(title.tagName)) {
    return [...mark, ...content, ...dates];
  }
  if (mark.length > 0) title.children.unshift(...mark, { type: 'text', value: ' ' });
  return [title, ...dates, ...rest];
}

function oneOf(state: State, node: Nodes, parent: OutlineBlock): ElementContent[] {
  const result = state.one(node, parent);
  return result === undefined ? [] : Array.isArray(result) ? result : [result];
}

function foldedChildren(
  context: RenderContext,
  state: State,
  node: OutlineBlock,
  below: readonly Nodes[],
): Element[] {
  if (below.length === 0) return [];
  const numbered = context.numbered;
  if (node.ordinal !== null) context.numbered += 1;
  const lists = below.flatMap((child) => oneOf(state, child, node));
  context.numbered = numbered;
  const count = below.reduce(
    (sum, list) => sum + ('children' in list ? list.children.length : 0),
    0,
  );
  const { texts } = context.rendering;
  const summary =
    node.card === true
      ? notSearched(h('summary', texts.answer))
      : h('summary', { ariaLabel: fillIn(texts.unfold, { n: count }) });
  return [h('details.block-fold', { open: isOpen(context, node) }, [summary, ...lists])];
}

/** Whether a block's children are shown unfolded, by the owner's policy. */
function isOpen(context: RenderContext, node: OutlineBlock): boolean {
  if (node.card === true) return false;
  const { collapsed } = context.rendering.garden.policy;
  if (!node.collapsed || collapsed === 'open') return true;
  return collapsed !== 'honour' && context.outline <= collapsed;
}

/** Numbered blocks count 1, a, i in rotation, by the number of numbered blocks around them. */
function ordinalLabel(ordinal: number, depth: number): string {
  if (depth % 3 === 1) return alphabetic(ordinal);
  return depth % 3 === 2 ? roman(ordinal) : String(ordinal);
}

function alphabetic(ordinal: number): string {
  const letter = String.fromCharCode(97 + ((ordinal - 1) % 26));
  return ordinal > 26 ? alphabetic(Math.floor((ordinal - 1) / 26)) + letter : letter;
}

const romanDigits = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(ordinal: number): string {
  const digit = romanDigits.find(([value]) => value <= ordinal);
  return digit === undefined ? '' : digit[1] + roman(ordinal - digit[0]);
}
