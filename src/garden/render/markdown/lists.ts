/** Lists on a page as Markdown: outlines with their blocks, task lists, and all others. */
import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { BlockContent, List, ListItem } from 'mdast';
import { blocksOf, childrenOf, hasClass, isOf, verbatim } from './elements.ts';

/** Handlers of lists and their items. */
export const listHandlers: Readonly<Record<string, Handle>> = {
  ul: (state, node) => {
    return hasClass(node, 'outline') ? outline(state, node) : defaultHandlers.ul(state, node);
  },
  li: (state, node) => {
    if (hasClass(node, 'block')) return block(state, node);
    return hasClass(node, 'task') ? task(state, node) : defaultHandlers.li(state, node);
  },
};

/** One level of an outline: one list for each run of numbered or unnumbered blocks. */
function outline(state: State, node: Element): List[] {
  const lists: List[] = [];
  for (const item of childrenOf(node, 'block')) {
    const ordered = item.properties['dataOrdinal'] !== undefined;
    const last = lists.at(-1);
    const made = block(state, item);
    // The block contains only a comment.
    if (made.children.length === 0) continue;
    if (last?.ordered === ordered) last.children.push(made);
    else lists.push({ type: 'list', ordered, spread: false, children: [made] });
  }
  return lists;
}

function block(state: State, node: Element): ListItem {
  const parts = node.children.flatMap((child): BlockContent[] => {
    if (child.type !== 'element') return [];
    const isFold = isOf(child, 'block-fold');
    return blocksOf(
      state,
      child.children.filter(
        (part) => !(isFold && part.type === 'element' && part.tagName === 'summary'),
      ),
    );
  });
  return { type: 'listItem', spread: false, children: parts };
}

/** Obsidian's check boxes may contain any character; Markdown's only two. */
function task(state: State, node: Element): ListItem {
  const item = defaultHandlers.li(state, node);
  const marker = String(node.properties['dataMarker'] ?? '');
  if (/^[ xX]$/.test(marker)) return item;
  item.checked = null;
  const mark = verbatim(`[${marker}]`);
  const [first] = item.children;
  if (first?.type === 'paragraph') first.children.unshift(mark);
  else item.children.unshift({ type: 'paragraph', children: [mark] });
  return item;
}
