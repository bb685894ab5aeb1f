/** Finds the links of a note on its finished page, each with the block or text around it. */
import type { Element, ElementContent } from 'hast';
import '../hast-data.ts';

/** Where a link is on its page. */
export interface Place {
  /** Index in the note's links. */
  readonly link: number;
  readonly element: Element;
  /** The outline block or list item that holds it, or null. */
  readonly item: Element | null;
  /** The paragraph, heading, row … that holds it; null where its block has none. */
  readonly line: Element | null;
  /** What follows the line, where that is a heading. */
  readonly next: Element | null;
  /** Blocks and list items above the item, outermost first. */
  readonly above: readonly Element[];
  /** Headings above, outermost first; none in an outline, where blocks are above. */
  readonly headings: readonly Element[];
}

const lineTags = new Set(
  ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'dt', 'dd'].concat(['figcaption', 'summary']),
);

interface State extends Omit<Place, 'link' | 'element' | 'headings'> {
  /** Replaced as headings come; shared by the whole page. */
  readonly open: { headings: readonly Element[] };
}

/** The places of all links of the page's own note, in document order. */
export function placesOf(nodes: readonly ElementContent[]): Place[] {
  const places: Place[] = [];
  const open = { headings: [] };
  visit(nodes, { item: null, line: null, next: null, above: [], open }, places);
  return places;
}

function visit(nodes: readonly ElementContent[], state: State, places: Place[]): void {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'element') continue;
    const heading = state.item === null ? node.data?.heading : undefined;
    if (heading !== undefined) state.open.headings = above(state.open.headings, heading.depth);
    const inside = within(node, state, nodes[index + 1]);
    for (const link of node.data?.links ?? []) {
      const { item, line, next, above: blocks } = inside;
      const headings = isBlock(item) ? [] : state.open.headings;
      places.push({ link, element: node, item, line, next, above: blocks, headings });
    }
    visit(node.children, inside, places);
    if (heading !== undefined) state.open.headings = [...state.open.headings, node];
  }
}

function within(node: Element, state: State, next: ElementContent | undefined): State {
  if (node.tagName === 'li') {
    const blocks = state.item === null ? state.above : [...state.above, state.item];
    return { ...state, item: node, line: null, next: null, above: blocks };
  }
  if (!lineTags.has(node.tagName) || state.line?.tagName === 'tr') return state;
  const after = node.data?.heading !== undefined && next?.type === 'element' ? next : null;
  return { ...state, line: node, next: after };
}

function above(headings: readonly Element[], depth: number): readonly Element[] {
  return headings.filter(({ data }) => (data?.heading?.depth ?? 0) < depth);
}

/** Whether an item is a block of an outline, not an item of a list. */
export function isBlock(item: Element | null): boolean {
  const names = item?.properties['className'];
  return Array.isArray(names) && names.includes('block');
}
