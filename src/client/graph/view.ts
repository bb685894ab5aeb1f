/** A graph that can be moved, zoomed and clicked. Draws only when something changed. */
import { coloursOf } from './colours.ts';
import { type Graph, neighbours } from './model.ts';
import { type Camera, type Ground, paintFigures, paintGround, radiusOf } from './paint.ts';

/** Paints points and lines somewhere else, so that the page stays quick. */
export type Painter = (ground: Ground) => Promise<ImageBitmap>;

/** From so many points on the painter is asked; below, painting here is quicker. */
const many = 800;

export class GraphView {
  private graph: Graph | null = null;
  private places = new Float32Array();
  private camera: Camera = { x: 0, y: 0, scale: 1 };
  private drawn: Camera = { x: 0, y: 0, scale: 1 };
  private lit = -1;
  private colours;
  private frame = 0;
  private isPainting = false;
  private isStale = false;
  private picture: ImageBitmap | null = null;
  private touched = false;
  private readonly context: CanvasRenderingContext2D;
  private readonly canvas: HTMLCanvasElement;
  private readonly choose: (index: number) => void;
  private readonly painter: Painter | null;

  /** `choose` hears the index of a point that was clicked; `painter` is asked for large graphs. */
  constructor(
    canvas: HTMLCanvasElement,
    choose: (index: number) => void,
    painter: Painter | null = null,
  ) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser draws no canvas.');
    this.canvas = canvas;
    this.choose = choose;
    this.painter = painter;
    this.context = context;
    this.colours = coloursOf(document.body);
    this.listen();
  }

  /** Shows another graph; its points come with `move`. */
  show(graph: Graph, lit: number): void {
    this.graph = graph;
    this.lit = lit;
    this.touched = false;
  }

  /** Takes the places of all points, and keeps them in sight until the reader moves. */
  move(places: Float32Array<ArrayBuffer>): void {
    this.places = places;
    if (!this.touched) this.fit();
    this.redraw();
  }

  /** Steps nearer (or back) around the middle, or around a place on the canvas. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const { camera } = this;
    const scale = Math.max(0.02, Math.min(8, camera.scale * factor));
    camera.x += (x - this.width / 2) * (1 / camera.scale - 1 / scale);
    camera.y += (y - this.height / 2) * (1 / camera.scale - 1 / scale);
    camera.scale = scale;
    this.moved();
  }

  pan(dx: number, dy: number): void {
    this.camera.x -= dx / this.camera.scale;
    this.camera.y -= dy / this.camera.scale;
    this.moved();
  }

  light(index: number): void {
    if (index === this.lit) return;
    this.lit = index;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  /** The point at a place on the canvas, or -1. */
  at(x: number, y: number): number {
    if (!this.graph) return -1;
    const gx = (x - this.width / 2) / this.camera.scale + this.camera.x;
    const gy = (y - this.height / 2) / this.camera.scale + this.camera.y;
    let [best, nearest] = [-1, Number.POSITIVE_INFINITY];
    for (let i = 0; i < this.graph.titles.length; i += 1) {
      const away = Math.hypot((this.places[i * 2] ?? 0) - gx, (this.places[i * 2 + 1] ?? 0) - gy);
      const reach = radiusOf(this.graph, i) + 6 / this.camera.scale;
      if (away < reach && away < nearest) [best, nearest] = [i, away];
    }
    return best;
  }

  private get width(): number {
    return this.canvas.clientWidth;
  }

  private get height(): number {
    return this.canvas.clientHeight;
  }

  private fit(): void {
    let reach = 40;
    for (const value of this.places) reach = Math.max(reach, Math.abs(value));
    const room = Math.min(this.width, this.height) / 2 - 28;
    this.camera = { x: 0, y: 0, scale: Math.min(1.6, Math.max(0.02, room / reach)) };
  }

  private moved(): void {
    this.touched = true;
    this.redraw();
  }

  private redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
    this.askPainter();
  }

  private get isLarge(): boolean {
    return this.painter !== null && (this.graph?.titles.length ?? 0) >= many;
  }

  /** Has a new picture painted; while one is being painted, the next waits for it. */
  private askPainter(): void {
    if (!this.isLarge || !this.painter || !this.graph) return;
    if (this.isPainting) {
      this.isStale = true;
      return;
    }
    this.isPainting = true;
    const ground = this.ground(this.graph);
    void this.painter(ground).then((picture) => {
      this.picture?.close();
      this.picture = picture;
      this.drawn = ground.camera;
      this.isPainting = false;
      const isStale = this.isStale;
      this.isStale = false;
      this.frame = requestAnimationFrame(() => this.draw());
      if (isStale) this.askPainter();
    });
  }

  private draw(): void {
    if (!this.graph || this.places.length === 0) return;
    const ground = this.ground(this.graph);
    const [width, height] = [this.width * ground.ratio, this.height * ground.ratio];
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, width, height);
    if (this.isLarge) this.shift(ground.ratio);
    else paintGround(this.context, ground);
    const near = new Set(this.lit < 0 ? [] : neighbours(this.graph, this.lit));
    const font = `12px ${getComputedStyle(this.canvas).fontFamily}`;
    paintFigures(this.context, { ...ground, titles: this.graph.titles, font, lit: this.lit, near });
  }

  /** The last picture, moved and scaled to where the reader stands now. */
  private shift(ratio: number): void {
    if (!this.picture) return;
    const grown = this.camera.scale / this.drawn.scale;
    const x = (this.drawn.x - this.camera.x) * this.camera.scale + (this.width / 2) * (1 - grown);
    const y = (this.drawn.y - this.camera.y) * this.camera.scale + (this.height / 2) * (1 - grown);
    this.context.setTransform(grown, 0, 0, grown, x * ratio, y * ratio);
    this.context.drawImage(this.picture, 0, 0);
  }

  private ground(graph: Graph): Ground {
    return {
      shape: graph,
      places: this.places,
      camera: { ...this.camera },
      colours: this.colours,
      width: this.width,
      height: this.height,
      ratio: Math.min(2, devicePixelRatio),
      dim: this.lit >= 0 && !this.isLarge,
    };
  }

  private listen(): void {
    const recolour = () => {
      this.colours = coloursOf(document.body);
      this.redraw();
    };
    new ResizeObserver(() => this.redraw()).observe(this.canvas);
    new MutationObserver(recolour).observe(document.documentElement, {
      attributeFilter: ['data-theme'],
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
    void import('./gestures.ts').then(({ startGestures }) =>
      startGestures(this.canvas, this, (index) => this.choose(index)),
    );
  }
}
