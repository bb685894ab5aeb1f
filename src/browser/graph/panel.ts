/** The graph in words: the best linked notes, those that match, or those next to one. */

import { byDegree, degree, neighbours } from '../../garden/graph/joins.ts';
import type { Say, Word } from '../../site/words.ts';
import { element } from '../element.ts';
import type { Graph } from './model.ts';

export interface PanelParts {
  readonly title: HTMLElement;
  readonly facts: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
}

/** What the panel shows of a graph. */
export interface Subject {
  /** The note whose neighbours are listed, or -1. */
  readonly point: number;
  /** What is typed to find a note; '' where nothing is. */
  readonly typed: string;
}

/** So many names stand in the list at once. */
const listed = 60;

/** The points that the list names, in its order. */
export function pointsOf(graph: Graph, { point, typed }: Subject): readonly number[] {
  const words = typed.trim().toLowerCase();
  const order = byDegree(graph.joins);
  if (words !== '') {
    return order.filter((other) => graph.titles[other]?.toLowerCase().includes(words));
  }
  if (point < 0) return order;
  const near = new Set(neighbours(graph.joins, point));
  return [point, ...order.filter((other) => near.has(other))];
}

/** How many links a point has: a word of the site and its number. */
export function linksOf(graph: Graph, point: number): readonly [Word, number] {
  const count = degree(graph.joins, point);
  return [count === 1 ? 'oneLink' : 'links', count];
}

/** Shows a word of the site, which follows the reader when another language is chosen. */
function tell(part: HTMLElement, word: Say, name: Word, n = 0): void {
  Object.assign(part.dataset, { word: name, wordN: String(n) });
  part.textContent = word(name, n);
}

export class Panel {
  private readonly parts: PanelParts;
  private readonly point: (point: number) => void;

  /** `point` hears which name the reader rests on, or -1. */
  constructor(parts: PanelParts, point: (point: number) => void) {
    this.parts = parts;
    this.point = point;
    parts.list.addEventListener('pointerleave', () => point(-1));
    parts.list.addEventListener('focusout', () => point(-1));
  }

  show(graph: Graph, subject: Subject, word: Say): void {
    const { title, facts, list } = this.parts;
    const points = pointsOf(graph, subject);
    const isTyped = subject.typed.trim() !== '';
    const isAbout = !isTyped && subject.point >= 0;
    const heading: Word = isTyped ? 'matching' : 'mostLinked';
    tell(title, word, isAbout ? 'localGraph' : heading);
    if (isAbout) tell(facts, word, ...linksOf(graph, subject.point));
    else tell(facts, word, points.length === 1 ? 'oneNote' : 'notes', points.length);
    list.replaceChildren();
    this.append(graph, points, word);
    if (isAbout) list.querySelector('a')?.setAttribute('aria-current', 'true');
  }

  private append(graph: Graph, points: readonly number[], word: Say): void {
    const { list, more } = this.parts;
    list.append(...points.slice(0, listed).map((point) => this.item(graph, point, word)));
    const rest = points.slice(listed);
    more.hidden = rest.length === 0;
    more.onclick = () => {
      const last = list.lastElementChild;
      this.append(graph, rest, word);
      last?.nextElementSibling?.querySelector('a')?.focus();
    };
  }

  private item(graph: Graph, point: number, word: Say): HTMLLIElement {
    const count = element('span', { className: 'count' }, String(degree(graph.joins, point)));
    count.title = word(...linksOf(graph, point));
    const link = element('a', { href: graph.hrefs[point] ?? '' }, graph.titles[point] ?? '');
    if (graph.kinds[point] === 2) link.className = 'ghost-link';
    for (const name of ['pointerenter', 'focus']) {
      link.addEventListener(name, () => this.point(point));
    }
    return element('li', {}, link, ' ', count);
  }
}
