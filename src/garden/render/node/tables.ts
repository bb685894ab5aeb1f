/** Tables scroll in a box of their own. */
import { h } from 'hastscript';
import type { Table } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { Place } from '../place.ts';

export function tableHandlers(place: Place): Handlers {
  return {
    table: (state, node: Table) => scrolling(place, [defaultHandlers.table(state, node)]),
  };
}

/** A box that scrolls sideways, also by keyboard. */
export function scrolling(place: Place, children: Parameters<typeof h>[2][]) {
  const label = place.rendering.words.table;
  return h('div.table-scroll', { tabIndex: 0, role: 'group', ariaLabel: label }, ...children);
}
