/** The graph as text: the most linked notes, those that match, or those next to one. */

import { byDegree, degree, neighbours } from '../../garden/graph/adjacency.ts';
import type { GraphText, GraphTextKey } from '../../garden/interface-texts/graph-texts.ts';
import { element } from '../element.ts';
import type { Graph } from './model.ts';

export interface PanelParts {
  readonly title: HTMLElement;
  readonly facts: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
}

/** What the list shows. */
export interface Subject {
  /** The note whose neighbours are listed, or -1. */
  readonly point: number;
  /** What is typed to find a note; '' where nothing is. */
  readonly typed: string;
}

/** How many notes are listed at once. */
const pageSize = 60;

/** The points that the list names, in its order. */
export function pointsOf(graph: Graph, { point, typed }: Subject): readonly number[] {
  const query = typed.trim().toLowerCase();
  const order = byDegree(graph.adjacency);
  if (query !== '') {
    return order.filter((other) => graph.titles[other]?.toLowerCase().includes(query));
  }
  if (point < 0) return order;
  const near = new Set(neighbours(graph.adjacency, point));
  return [point, ...order.filter((other) => near.has(other))];
}

/** How many links a point has: the key of a text, and its number. */
export function linksOf(graph: Graph, point: number): readonly [GraphTextKey, number] {
  const count = degree(graph.adjacency, point);
  return [count === 1 ? 'oneLink' : 'links', count];
}

/** Shows a text and marks its element, so that it changes when the reader chooses another language. */
function showText(part: HTMLElement, text: GraphText, key: GraphTextKey, value = 0): void {
  Object.assign(part.dataset, { text: key, textValue: String(value) });
  part.textContent = text(key, value);
}

export class Panel {
  private readonly parts: PanelParts;
  /** The points of the list, in its order. */
  private listed: readonly number[] = [];

  /** `point` is called with the point whose name is hovered or focused, or -1. */
  constructor(parts: PanelParts, point: (point: number) => void) {
    this.parts = parts;
    const pointAt = ({ target }: Event) => {
      const item = target instanceof Element ? target.closest('li') : null;
      if (item) point(this.listed[[...parts.list.children].indexOf(item)] ?? -1);
    };
    parts.list.addEventListener('pointerover', pointAt);
    parts.list.addEventListener('focusin', pointAt);
    parts.list.addEventListener('pointerleave', () => point(-1));
    parts.list.addEventListener('focusout', () => point(-1));
  }

  show(graph: Graph, subject: Subject, text: GraphText): void {
    const { title, facts, list } = this.parts;
    const points = pointsOf(graph, subject);
    const isTyped = subject.typed.trim() !== '';
    const isAbout = !isTyped && subject.point >= 0;
    const heading: GraphTextKey = isTyped ? 'matching' : 'mostLinked';
    showText(title, text, isAbout ? 'linkedNotes' : heading);
    if (isAbout) showText(facts, text, ...linksOf(graph, subject.point));
    else showText(facts, text, points.length === 1 ? 'oneNote' : 'notes', points.length);
    if (this.isListed(graph, points)) {
      this.listed = points.slice(0, pageSize);
      this.showMore(graph, points.slice(pageSize), text);
    } else {
      list.replaceChildren();
      this.listed = [];
      this.append(graph, points, text);
    }
    const [first] = list.getElementsByTagName('a');
    if (isAbout) first?.setAttribute('aria-current', 'true');
    else first?.removeAttribute('aria-current');
  }

  /** Whether the list says the same already: the page comes with one, and the reader may be in it. */
  private isListed(graph: Graph, points: readonly number[]): boolean {
    const items = [...this.parts.list.children];
    const isSame = (point: number, item: Element | undefined) =>
      item?.querySelector('a')?.getAttribute('href') === graph.hrefs[point] &&
      item?.querySelector('.count')?.textContent?.trim() === String(degree(graph.adjacency, point));
    const first = points.slice(0, pageSize);
    return (
      items.length === first.length && first.every((point, index) => isSame(point, items[index]))
    );
  }

  private append(graph: Graph, points: readonly number[], text: GraphText): void {
    const first = points.slice(0, pageSize);
    this.listed = [...this.listed, ...first];
    this.parts.list.append(...first.map((point) => item(graph, point, text)));
    this.showMore(graph, points.slice(pageSize), text);
  }

  private showMore(graph: Graph, rest: readonly number[], text: GraphText): void {
    const { list, more } = this.parts;
    more.hidden = rest.length === 0;
    more.onclick = () => {
      const last = list.lastElementChild;
      this.append(graph, rest, text);
      last?.nextElementSibling?.querySelector('a')?.focus();
    };
  }
}

function item(graph: Graph, point: number, text: GraphText): HTMLLIElement {
  const count = element('span', { className: 'count' }, String(degree(graph.adjacency, point)));
  count.title = text(...linksOf(graph, point));
  const link = element('a', { href: graph.hrefs[point] ?? '' }, graph.titles[point] ?? '');
  if (graph.kinds[point] === 2) link.className = 'ghost-link';
  return element('li', {}, link, ' ', count);
}
