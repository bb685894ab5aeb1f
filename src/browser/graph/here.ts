/**
 * The point that the pointer or the keyboard is on, as a real link above the picture: it opens by a
 * click, by Enter or in a new tab, shows a preview, and is read out like any other link.
 */

import { neighbours } from '../../garden/graph/joins.ts';
import { element } from '../element.ts';
import type { Graph } from './model.ts';
import type { GraphView } from './view.ts';
import { isArrow, stepTowards } from './walk.ts';

const moves: Readonly<Record<string, (view: GraphView) => void>> = {
  '+': (view) => view.zoom(1.25),
  '=': (view) => view.zoom(1.25),
  '-': (view) => view.zoom(0.8),
  '0': (view) => view.fit(),
};
const step = 60;
const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
};

export class Here {
  private link = element('a', { className: 'graph-here', draggable: false });
  private graph: Graph | null = null;
  private places: Float32Array = new Float32Array();
  /** The point that the link stands on. */
  private shown = -1;
  /** The point that the keyboard comes back to. */
  private current = -1;
  /** The point that a finger touched last. */
  private touched = -1;
  private trail: number[] = [];
  private readonly view: GraphView;
  private readonly arrived: (point: number) => void;

  /** `arrived` hears of a point that the reader came to by keyboard or finger. */
  constructor(stage: HTMLElement, view: GraphView, arrived: (point: number) => void) {
    [this.view, this.arrived] = [view, arrived];
    this.link.hidden = true;
    stage.append(this.link);
    stage.addEventListener('keydown', (event) => this.key(event));
    stage.addEventListener('focusin', ({ target }) => target === this.link && this.focused());
    stage.addEventListener('focusout', ({ target }) => target === this.link && view.light(-1));
  }

  /** Another graph is shown; the keyboard begins at `start`. */
  reset(graph: Graph, places: Float32Array, start: number): void {
    [this.graph, this.places, this.current, this.trail] = [graph, places, start, []];
    this.touched = -1;
    this.shown = -1;
    this.link.hidden = true;
    this.put(start);
  }

  /**
   * The pointer is on a point, or on none. A finger cannot rest on a point: its first touch shows it,
   * its second opens it; true for the first.
   */
  point(point: number, isTouch: boolean): boolean {
    this.view.light(point < 0 && this.link === document.activeElement ? this.current : point);
    this.put(point < 0 ? this.current : point);
    const isFirst = isTouch && point >= 0 && point !== this.touched;
    this.touched = isTouch ? point : -1;
    if (isFirst) {
      this.current = point;
      this.arrived(point);
    }
    return isFirst;
  }

  /** Puts the link where its point is now. */
  place(): void {
    if (this.shown < 0) return;
    const [x, y, radius] = this.view.placeOf(this.shown);
    const reach = Math.max(12, radius + 5);
    const { style } = this.link;
    style.translate = `${x - reach}px ${y - reach}px`;
    style.width = `${reach * 2}px`;
    style.height = `${reach * 2}px`;
  }

  /** A new link for each point: who rests on one is not shown the last one's preview. */
  private put(point: number): void {
    if (point === this.shown) return;
    const next = element('a', {
      className: 'graph-here',
      draggable: false,
      href: this.graph?.hrefs[point] ?? '',
      hidden: point < 0,
    });
    next.ariaLabel = this.graph?.titles[point] ?? '';
    const hadFocus = this.link === document.activeElement;
    const old = this.link;
    [this.link, this.shown] = [next, point];
    old.replaceWith(next);
    this.place();
    if (hadFocus) next.focus({ preventScroll: true });
  }

  private focused(): void {
    this.current = this.shown;
    this.view.light(this.current);
    this.view.reveal(this.current);
    this.arrived(this.current);
  }

  private go(point: number): void {
    this.put(point);
    if (this.link !== document.activeElement) this.link.focus({ preventScroll: true });
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.act(event)) event.preventDefault();
  }

  /** Does what a key asks for; false for keys that ask for nothing. */
  private act({ key, shiftKey, target }: KeyboardEvent): boolean {
    const [dx, dy] = pans[key] ?? [0, 0];
    if (moves[key]) moves[key](this.view);
    else if (isArrow(key) && shiftKey) this.view.pan(dx, dy);
    else if (isArrow(key) && target === this.link) this.walk(key);
    else if (key === 'Escape' && target === this.link) {
      this.back();
    } else return false;
    return true;
  }

  private walk(arrow: Parameters<typeof stepTowards>[3]): void {
    if (!this.graph) return;
    const near = neighbours(this.graph.joins, this.current);
    const next = stepTowards(this.places, this.current, near, arrow);
    if (next < 0) return;
    this.trail.push(this.current);
    this.go(next);
  }

  private back(): void {
    const before = this.trail.pop();
    if (before === undefined) this.view.light(-1);
    else this.go(before);
  }
}
