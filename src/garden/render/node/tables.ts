/** Tables, which scroll sideways in a container. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Table } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { RenderContext } from '../render-context.ts';

export function tableHandlers(context: RenderContext): Handlers {
  return {
    table: (state, node: Table) => {
      return scrolling(context, [withoutEmptyHeads(defaultHandlers.table(state, node))]);
    },
  };
}

/** Turns empty head cells into plain ones: a screen reader would announce them. */
function withoutEmptyHeads(table: Element): Element {
  visit(table, 'element', (cell) => {
    if (cell.tagName === 'th' && isEmpty(cell)) cell.tagName = 'td';
  });
  return table;
}

function isEmpty(cell: Element): boolean {
  return cell.children.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** A container that scrolls sideways, also by keyboard. */
export function scrolling(context: RenderContext, children: Parameters<typeof h>[2][]) {
  const label = context.rendering.texts.table;
  return h('div.table-scroll', { tabIndex: 0, role: 'group', ariaLabel: label }, ...children);
}
