/** A graph that can be moved, zoomed and clicked. Draws only when something changed. */
import { coloursOf } from './colours.ts';
import { type Graph, neighbours } from './model.ts';
import { type Camera, paint, radiusOf, type Scene } from './paint.ts';

/** From so many points on, moving shifts the last picture, and a new one is drawn at rest. */
const many = 1500;

export class GraphView {
  private graph: Graph | null = null;
  private places = new Float32Array();
  private camera: Camera = { x: 0, y: 0, scale: 1 };
  private drawn: Camera = { x: 0, y: 0, scale: 1 };
  private lit = -1;
  private colours;
  private frame = 0;
  private settle = 0;
  private touched = false;
  private readonly context: CanvasRenderingContext2D;
  private readonly picture = document.createElement('canvas');
  private readonly canvas: HTMLCanvasElement;
  private readonly choose: (index: number) => void;

  /** `choose` hears the index of a point that was clicked. */
  constructor(canvas: HTMLCanvasElement, choose: (index: number) => void) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser draws no canvas.');
    this.canvas = canvas;
    this.choose = choose;
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
    this.redraw();
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
    clearTimeout(this.settle);
    const isLarge = (this.graph?.titles.length ?? 0) >= many;
    this.request(() => (isLarge ? this.shift() : this.draw()));
    if (isLarge) this.settle = window.setTimeout(() => this.redraw(), 140);
  }

  private redraw(): void {
    this.request(() => this.draw());
  }

  private request(work: () => void): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(work);
  }

  private draw(): void {
    if (!this.graph || this.places.length === 0) return;
    const ratio = Math.min(2, devicePixelRatio);
    this.canvas.width = this.width * ratio;
    this.canvas.height = this.height * ratio;
    paint(this.context, this.scene(this.graph), ratio);
    this.drawn = { ...this.camera };
    if (this.graph.titles.length < many) return;
    this.picture.width = this.canvas.width;
    this.picture.height = this.canvas.height;
    this.picture.getContext('2d')?.drawImage(this.canvas, 0, 0);
  }

  /** The last picture, moved and scaled to where the reader stands now. */
  private shift(): void {
    const ratio = this.canvas.width / this.width;
    const grown = this.camera.scale / this.drawn.scale;
    const x = (this.drawn.x - this.camera.x) * this.camera.scale + (this.width / 2) * (1 - grown);
    const y = (this.drawn.y - this.camera.y) * this.camera.scale + (this.height / 2) * (1 - grown);
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.context.setTransform(grown, 0, 0, grown, x * ratio, y * ratio);
    this.context.drawImage(this.picture, 0, 0);
  }

  private scene(graph: Graph): Scene {
    return {
      graph,
      places: this.places,
      camera: this.camera,
      colours: this.colours,
      font: `12px ${getComputedStyle(this.canvas).fontFamily}`,
      lit: this.lit,
      near: new Set(this.lit < 0 ? [] : neighbours(graph, this.lit)),
      width: this.width,
      height: this.height,
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
