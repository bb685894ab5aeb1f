/** The parts of a block or list item on a finished page: its own content, and what is below it. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { classesOf } from './clean.ts';
import { flatText } from './cut.ts';
import { isBlock } from './places.ts';

/** Limits of what is shown below a block: then a link leads to the rest. */
const maxBlocks = 20;
const maxLength = 1200;

/** What stands in the block or item itself. */
export function ownContent(item: Element): ElementContent[] {
  if (!isBlock(item)) return item.children.filter((child) => !isList(child));
  const content = item.children.find((child): child is Element => {
    return child.type === 'element' && classesOf(child).includes('block-content');
  });
  return content?.children ?? [];
}

/** The lists of what is below it. */
export function childrenOf(item: Element): ElementContent[] {
  if (!isBlock(item)) return item.children.filter(isList);
  return item.children.flatMap((child) => {
    const isFold = child.type === 'element' && child.tagName === 'details';
    return isFold ? child.children.filter(isList) : [];
  });
}

function isList(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** The lists up to the limits; `place` is the address of all of it. */
export function shortList(lists: readonly ElementContent[], place: string): ElementContent[] {
  return pruned(lists, { blocks: maxBlocks, length: maxLength }, place);
}

interface Left {
  blocks: number;
  length: number;
}

function pruned(nodes: readonly ElementContent[], left: Left, place: string): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type !== 'element' || !/^(?:ul|ol|li|details)$/.test(node.tagName)) {
      left.length -= lengthOf(node);
      kept.push(node);
    } else if (node.tagName === 'li' && (left.blocks <= 0 || left.length <= 0)) {
      return [...kept, h('li', [h('a', { href: place }, '…')])];
    } else {
      if (node.tagName === 'li') left.blocks -= 1;
      const children = pruned(node.children, left, place);
      if (children.length > 0) kept.push({ ...node, children });
    }
  }
  return kept;
}

function lengthOf(node: ElementContent): number {
  const isSummary = node.type === 'element' && node.tagName === 'summary';
  return isSummary ? 0 : flatText([node]).length;
}
