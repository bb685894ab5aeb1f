/** Logseq's outline: nested lists with foldable children. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Outline, OutlineBlock } from '../../body.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { Place } from '../place.ts';
import { blockProperties } from './block-properties.ts';
import { blockReferences } from './block-references.ts';
import { headingElement } from './headings.ts';
import { taskDates, taskMark } from './tasks.ts';

export function outlineHandlers(place: Place): Handlers {
  return {
    outline: (state, node: Outline) => outlineList(place, state, node),
    outlineBlock: (state, node: OutlineBlock) => outlineItem(place, state, node),
  };
}

function outlineList(place: Place, state: State, node: Outline): Element {
  place.outline += 1;
  const items = state.all(node);
  place.outline -= 1;
  return h('ul.outline', items);
}

function outlineItem(place: Place, state: State, node: OutlineBlock): Element {
  const enclosing = place.block;
  place.block = node.fragment;
  const own = node.children.filter((child) => child.type !== 'outline');
  const below = node.children.filter((child) => child.type === 'outline');
  const content = h('div.block-content', [
    ...blockContent(place, state, node, own),
    ...blockProperties(place, node.properties),
    ...blockReferences(place, node.fragment),
  ]);
  const item = h('li.block', { id: place.prefix + node.fragment }, [
    content,
    ...foldedChildren(place, state, node, below),
  ]);
  if (node.ordinal !== null) {
    item.properties['dataOrdinal'] = ordinalLabel(node.ordinal, place.numbered);
  }
  if (node.card === true) item.properties['dataCard'] = '';
  if (node.background !== '') item.properties['dataBackground'] = node.background;
  place.block = enclosing;
  return item;
}

function blockContent(
  place: Place,
  state: State,
  node: OutlineBlock,
  own: readonly Nodes[],
): ElementContent[] {
  const content = own.flatMap((child) => oneOf(state, child, node));
  const [first, ...rest] = content;
  const line = first?.type === 'element' && first.tagName === 'p' ? first : null;
  if (node.heading !== null && line !== null) {
    content[0] = headingElement(place, node.heading, line.children, '');
  }
  if (node.task === null) return content;
  const mark = taskMark(place, node.task);
  const dates = taskDates(place, node.task);
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
  place: Place,
  state: State,
  node: OutlineBlock,
  below: readonly Nodes[],
): Element[] {
  if (below.length === 0) return [];
  const numbered = place.numbered;
  if (node.ordinal !== null) place.numbered += 1;
  const lists = below.flatMap((child) => oneOf(state, child, node));
  place.numbered = numbered;
  const count = below.reduce(
    (sum, list) => sum + ('children' in list ? list.children.length : 0),
    0,
  );
  const label = fillIn(place.rendering.texts.unfold, { n: count });
  const summary = h('summary', { ariaLabel: label });
  return [h('details.block-fold', { open: isOpen(place, node) }, [summary, ...lists])];
}

/** Whether a block's children are shown unfolded, by the owner's policy. */
function isOpen(place: Place, node: OutlineBlock): boolean {
  if (node.card === true) return false;
  const { collapsed } = place.rendering.garden.policy;
  if (!node.collapsed || collapsed === 'open') return true;
  return collapsed !== 'honour' && place.outline <= collapsed;
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
