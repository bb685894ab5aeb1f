/**
 * A real link above the canvas, on the point under the pointer or the keyboard focus: it opens by click,
 * by Enter or in a new tab, has a preview, and is announced like any other link.
 */

import { neighbours } from '../../garden/graph/adjacency.ts';
import { ownValue } from '../../garden/own-value.ts';
import { element } from '../element.ts';
import { isCommand } from '../modifier-keys.ts';
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

export class PointLink {
  private link = element('a', { className: 'graph-here', draggable: false });
  private graph: Graph | null = null;
  private places: Float32Array = new Float32Array();
  /** The point of the link. */
  private shown = -1;
  /** The point with the keyboard focus. */
  private current = -1;
  /** The point that was touched last. */
  private touched = -1;
  private trail: number[] = [];
  private readonly view: GraphView;
  private readonly arrived: (point: number) => void;

  /** `arrived` is called with the point that the reader moved to by keyboard or touch. */
  constructor(stage: HTMLElement, view: GraphView, arrived: (point: number) => void) {
    [this.view, this.arrived] = [view, arrived];
    this.link.hidden = true;
    stage.append(this.link);
    stage.addEventListener('keydown', (event) => this.key(event));
    stage.addEventListener('focusin', ({ target }) => target === this.link && this.focused());
    stage.addEventListener('focusout', ({ target }) => target === this.link && view.highlight(-1));
  }

  /** Shows another graph; the keyboard focus starts at `start`. */
  reset(graph: Graph, places: Float32Array, start: number): void {
    [this.graph, this.places, this.current, this.trail] = [graph, places, start, []];
    this.touched = -1;
    this.shown = -1;
    this.link.hidden = true;
    this.put(start);
  }

  /**
   * The pointer is on a point, or on none (-1). The first touch of a point selects it and returns true,
   * the second one opens it.
   */
  point(point: number, isTouch: boolean): boolean {
    this.view.highlight(point < 0 && this.link === document.activeElement ? this.current : point);
    this.put(point < 0 ? this.current : point);
    const isFirst = isTouch && point >= 0 && point !== this.touched;
    this.touched = isTouch ? point : -1;
    if (isFirst) {
      this.current = point;
      this.arrived(point);
    }
    return isFirst;
  }

  /** Moves the link to where its point is drawn. */
  place(): void {
    if (this.shown < 0) return;
    const [x, y, radius] = this.view.placeOf(this.shown);
    const half = Math.max(12, radius + 5);
    const { style } = this.link;
    style.translate = `${x - half}px ${y - half}px`;
    style.width = `${half * 2}px`;
    style.height = `${half * 2}px`;
  }

  /** Creates a new link for each point, so that the preview of the last one goes. */
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
    this.view.highlight(this.current);
    this.view.reveal(this.current);
    this.arrived(this.current);
  }

  private go(point: number): void {
    this.put(point);
    if (this.link !== document.activeElement) this.link.focus({ preventScroll: true });
  }

  private key(event: KeyboardEvent): void {
    if (isCommand(event)) return;
    if (this.act(event)) event.preventDefault();
  }

  /** Handles a key; false for keys without a meaning here. */
  private act({ key, shiftKey, target }: KeyboardEvent): boolean {
    const [dx, dy] = ownValue(pans, key) ?? [0, 0];
    const move = ownValue(moves, key);
    if (move) move(this.view);
    else if (isArrow(key) && shiftKey) this.view.pan(dx, dy);
    else if (isArrow(key) && target === this.link) this.walk(key);
    else if (key === 'Escape' && target === this.link) {
      this.back();
    } else return false;
    return true;
  }

  private walk(arrow: Parameters<typeof stepTowards>[3]): void {
    if (!this.graph) return;
    const near = neighbours(this.graph.adjacency, this.current);
    const next = stepTowards(this.places, this.current, near, arrow);
    if (next < 0) return;
    this.trail.push(this.current);
    this.go(next);
  }

  private back(): void {
    const before = this.trail.pop();
    if (before === undefined) this.view.highlight(-1);
    else this.go(before);
  }
}
