/** A graph that can be moved and zoomed. Draws only when something changed. */
import { byDegree, neighbours } from '../../garden/graph/adjacency.ts';
import { nextTask } from '../next-task.ts';
import {
  between,
  type Camera,
  fitted,
  growth,
  inGraph,
  onCanvas,
  panned,
  type Size,
  zoomed,
} from './camera.ts';
import { resize, shownSize } from './canvas-size.ts';
import { coloursOf } from './colours.ts';
import { type Figures, measureNames, paintFigures } from './figures.ts';
import { type HitGrid, hitGrid } from './hit-grid.ts';
import type { Graph } from './model.ts';
import { type Frame, type GroundPainter, type Scene, sceneOf } from './scene.ts';

/** Duration of the animation to another place. */
const glideMs = 260;
/** The largest radius of a point. */
const maxRadius = 12;

export class GraphView {
  private graph: Graph | null = null;
  private scene: Scene | null = null;
  private grid: HitGrid | null = null;
  private order: readonly number[] = [];
  private camera: Camera = { x: 0, y: 0, scale: 1 };
  private highlighted = -1;
  private middle = -1;
  private marked: ReadonlySet<number> | null = null;
  private colours;
  private frame = 0;
  private isMoved = false;
  /** Whether names are still to be measured: points are shown before. */
  private isNew = false;
  /** Cached: reading it from the canvas would force a layout with every move. */
  private size: Size;
  private readonly painter: GroundPainter;
  private readonly pen: CanvasRenderingContext2D;
  private readonly canvases: readonly [HTMLCanvasElement, HTMLCanvasElement];
  private readonly drawn: (isWhole: boolean) => void;

  /** The painter draws on the first canvas; names are on the second; `drawn` is called after each, and whether points are drawn, too. */
  constructor(
    canvases: readonly [HTMLCanvasElement, HTMLCanvasElement],
    painter: GroundPainter,
    drawn: (isWhole: boolean) => void,
  ) {
    this.canvases = canvases;
    this.drawn = drawn;
    this.size = shownSize(canvases[0]);
    const pen = canvases[1].getContext('2d');
    if (!pen) throw new Error('This browser draws no canvas.');
    [this.pen, this.painter] = [pen, painter];
    painter.arrived = () => this.repaint();
    this.colours = coloursOf(document.body);
    this.listen();
  }

  /** Shows another graph as a whole; `middle` is the note it was opened for, or -1. */
  show(graph: Graph, places: Float32Array, slotOf: Uint8Array, middle: number): void {
    this.graph = graph;
    this.scene = sceneOf(graph, places, slotOf);
    this.grid = hitGrid(places);
    this.order = byDegree(graph.adjacency);
    [this.highlighted, this.middle, this.marked] = [-1, middle, null];
    this.painter.load(this.scene);
    this.isNew = true;
    this.fit();
  }

  /** Shows the same graph in other colours. */
  colour(slotOf: Uint8Array): void {
    if (!this.scene) return;
    this.scene = { ...this.scene, slotOf };
    this.painter.load(this.scene);
    this.remark();
  }

  /** Fits the whole graph into the canvas. */
  fit(): void {
    if (!this.scene) return;
    this.camera = fitted(this.scene.places, this.size);
    this.isMoved = false;
    this.redraw();
  }

  /** Zooms by a factor around the centre, or a position on the canvas. */
  zoom(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    this.moveTo(zoomed(this.camera, factor, this.size, x, y));
  }

  pan(dx: number, dy: number): void {
    this.moveTo(panned(this.camera, dx, dy));
  }

  /** Moves the camera to a point that is out of view. */
  reveal(point: number): void {
    const [x, y] = this.placeOf(point);
    const { width, height } = this.size;
    const isInSight = x > 40 && y > 40 && x < width - 40 && y < height - 40;
    if (isInSight || !this.scene) return;
    const { places } = this.scene;
    const to = { ...this.camera, x: places[point * 2] ?? 0, y: places[point * 2 + 1] ?? 0 };
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.moveTo(to);
    else this.glideTo(to);
  }

  /** Highlights a point and its neighbours; -1 for none. */
  highlight(point: number): void {
    if (point === this.highlighted) return;
    this.highlighted = point;
    this.remark();
  }

  /** Highlights some points; null for none. */
  mark(points: ReadonlySet<number> | null): void {
    this.marked = points;
    this.remark();
  }

  /** The point at a position on the canvas, or -1. */
  at(x: number, y: number): number {
    if (!this.scene || !this.grid) return -1;
    const { radii } = this.scene;
    const [gx, gy] = inGraph(this.camera, this.size, x, y);
    const grown = growth(this.camera.scale) / this.camera.scale;
    const margin = 6 / this.camera.scale;
    const reach = (point: number) => (radii[point] ?? 0) * grown + margin;
    return this.grid.at(gx, gy, reach, maxRadius * grown + margin);
  }

  /** Position and radius of a point on the canvas. */
  placeOf(point: number): readonly [number, number, number] {
    const { places, radii } = this.scene ?? {};
    const [x, y] = [places?.[point * 2] ?? 0, places?.[point * 2 + 1] ?? 0];
    const radius = (radii?.[point] ?? 0) * growth(this.camera.scale);
    return [...onCanvas(this.camera, this.size, x, y), radius];
  }

  private moveTo(camera: Camera): void {
    this.camera = camera;
    this.isMoved = true;
    this.redraw();
  }

  private glideTo(to: Camera): void {
    const from = this.camera;
    const start = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, now - start) / glideMs);
      this.camera = between(from, to, part);
      this.isMoved = true;
      this.draw();
      if (part < 1) this.frame = requestAnimationFrame(step);
    };
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(step);
  }

  private near(): readonly number[] {
    if (!this.graph || this.highlighted < 0) return [];
    const near = new Set(neighbours(this.graph.adjacency, this.highlighted));
    return this.order.filter((point) => near.has(point));
  }

  /** Passes the highlighted points to the painter, and draws. */
  private remark(): void {
    const marks = new Uint8Array(this.scene?.radii.length ?? 0);
    for (const point of this.highlighted >= 0
      ? [this.highlighted, ...this.near()]
      : (this.marked ?? [])) {
      marks[point] = 1;
    }
    this.painter.mark(marks);
    this.redraw();
  }

  private redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { graph, scene } = this;
    const frame = this.frameNow();
    if (!graph || !scene || !frame) return;
    resize(this.canvases, frame);
    const isPainted = this.painter.paint(frame);
    const figures = this.figuresOf(graph);
    if (this.isNew) {
      this.isNew = false;
      return void measureNames(this.pen, scene, frame, figures)
        .then(nextTask)
        .then(() => this.redraw());
    }
    paintFigures(this.pen, scene, frame, figures);
    this.drawn(isPainted);
  }

  private figuresOf({ titles }: Graph): Figures {
    const { order, highlighted, middle, marked } = this;
    return {
      titles,
      highlighted,
      near: this.near(),
      middle,
      order: marked ? order.filter((point) => marked.has(point)) : order,
      family: getComputedStyle(this.canvases[1]).fontFamily,
    };
  }

  private frameNow(): Frame | null {
    const { camera, colours, size } = this;
    const ratio = Math.min(2, devicePixelRatio);
    const isQuiet = this.highlighted >= 0 || this.marked !== null;
    return size.width === 0 ? null : { camera, size, ratio, colours, isQuiet };
  }

  /** Paints points and lines again once a better picture is available; names are unchanged. */
  private repaint(): void {
    requestAnimationFrame(() => {
      const frame = this.frameNow();
      if (frame) this.drawn(this.painter.paint(frame));
    });
  }

  private listen(): void {
    const recolour = () => {
      this.colours = coloursOf(document.body);
      this.redraw();
    };
    const [ground] = this.canvases;
    new ResizeObserver(() => {
      this.size = shownSize(ground);
      if (this.isMoved) this.redraw();
      else this.fit();
    }).observe(ground);
    new MutationObserver(recolour).observe(document.documentElement, {
      attributeFilter: ['data-theme'],
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
  }
}
