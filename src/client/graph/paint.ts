/** Puts a graph on a canvas. Knows no events, only what is to be seen. */
import type { Colours } from './colours.ts';
import type { Graph } from './model.ts';

/** Where the reader stands: what lies in the middle of the canvas, and how near. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

/** What a painter needs of a graph besides its names. */
export type Shape = Pick<Graph, 'links' | 'degrees' | 'kinds'>;

/** Points and lines, seen from somewhere; plain data, so that a worker can paint it. */
export interface Ground {
  readonly shape: Shape;
  readonly places: Float32Array;
  readonly camera: Camera;
  readonly colours: Colours;
  /** Canvas size in CSS pixels, and how many device pixels make one of them. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  /** Whether something stands out before it, so that it steps back. */
  readonly dim: boolean;
}

/** What stands out: names, and the point under the pointer or chosen with those next to it. */
export interface Figures extends Ground {
  readonly titles: readonly string[];
  readonly font: string;
  /** Index of the point that stands out, or -1. */
  readonly lit: number;
  readonly near: ReadonlySet<number>;
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Long paths are slow to stroke: lines and dots go in runs of this many. */
const run = 400;
const labels = 60;

/** Radius of a point in the graph's own units. */
export function radiusOf({ degrees }: Shape, index: number): number {
  return 3 + Math.min(9, Math.sqrt(degrees[index] ?? 0) * 1.2);
}

/** All lines, or those that end in the point `only`. */
function lines(context: Context, { shape, places }: Ground, only = -1): void {
  const { links } = shape;
  let drawn = 0;
  context.beginPath();
  for (let i = 0; i < links.length; i += 2) {
    const from = links[i] ?? 0;
    const to = links[i + 1] ?? 0;
    if (only >= 0 && from !== only && to !== only) continue;
    context.moveTo(places[from * 2] ?? 0, places[from * 2 + 1] ?? 0);
    context.lineTo(places[to * 2] ?? 0, places[to * 2 + 1] ?? 0);
    drawn += 1;
    if (drawn % run !== 0) continue;
    context.stroke();
    context.beginPath();
  }
  context.stroke();
}

function dot(context: Context, ground: Ground, index: number, small: boolean): void {
  const x = ground.places[index * 2] ?? 0;
  const y = ground.places[index * 2 + 1] ?? 0;
  const radius = radiusOf(ground.shape, index);
  if (small) {
    context.rect(x - radius, y - radius, radius * 2, radius * 2);
  } else {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 7);
  }
}

function dots(context: Context, ground: Ground): void {
  const { shape, colours, camera } = ground;
  const small = shape.kinds.length > 3000 && camera.scale < 0.5;
  for (const [kind, colour] of colours.kinds.entries()) {
    context.fillStyle = colour;
    let drawn = 0;
    context.beginPath();
    for (let i = 0; i < shape.kinds.length; i += 1) {
      if (shape.kinds[i] !== kind) continue;
      dot(context, ground, i, small);
      drawn += 1;
      if (drawn % run !== 0) continue;
      context.fill();
      context.beginPath();
    }
    context.fill();
  }
}

/** From here on the context counts in the graph's own units. */
function stand(context: Context, { camera, width, height, ratio }: Ground): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.translate(width / 2, height / 2);
  context.scale(camera.scale, camera.scale);
  context.translate(-camera.x, -camera.y);
}

/** Draws all points and lines. */
export function paintGround(context: Context, ground: Ground): void {
  stand(context, ground);
  context.strokeStyle = ground.colours.line;
  context.lineWidth = Math.min(1, 0.8 / ground.camera.scale);
  context.globalAlpha = ground.dim ? 0.35 : 0.75;
  lines(context, ground);
  context.globalAlpha = ground.dim ? 0.45 : 1;
  dots(context, ground);
  context.globalAlpha = 1;
}

/** Draws the lit point with its neighbours, then names. */
export function paintFigures(context: Context, figures: Figures): void {
  const { lit, near, ratio, colours, camera } = figures;
  if (lit >= 0) {
    stand(context, figures);
    context.strokeStyle = colours.accent;
    context.lineWidth = 1.5 / camera.scale;
    lines(context, figures, lit);
    context.fillStyle = colours.accent;
    context.beginPath();
    for (const index of [lit, ...near]) dot(context, figures, index, false);
    context.fill();
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  names(context, figures);
}

const orders = new WeakMap<Shape, readonly number[]>();

/** Points by how many links they have, most first; sorted once for each graph. */
function byDegree(shape: Shape): readonly number[] {
  const known = orders.get(shape);
  if (known) return known;
  const degree = (index: number) => shape.degrees[index] ?? 0;
  const order = Array.from(shape.degrees, (_, index) => index).sort(
    (a, b) => degree(b) - degree(a),
  );
  orders.set(shape, order);
  return order;
}

/** The points that deserve a name at this distance, the best linked first. */
function named({ shape, places, camera, width, height, lit, near }: Figures): readonly number[] {
  const found = lit < 0 ? [] : [lit, ...near];
  for (const index of byDegree(shape)) {
    if (found.length >= labels + near.size) break;
    const x = ((places[index * 2] ?? 0) - camera.x) * camera.scale;
    const y = ((places[index * 2 + 1] ?? 0) - camera.y) * camera.scale;
    if (Math.abs(x) < width / 2 && Math.abs(y) < height / 2) found.push(index);
  }
  return found;
}

function shortened(title: string, whole: boolean): string {
  return title.length > 28 && !whole ? `${title.slice(0, 27)}…` : title;
}

/** The cells of a coarse grid that a name covers: a name on a taken cell is left out. */
function cellsOf(left: number, right: number, bottom: number): readonly string[] {
  const cells: string[] = [];
  for (let x = Math.floor(left / 16); x <= Math.floor(right / 16); x += 1) {
    for (const y of [Math.floor((bottom - 10) / 9), Math.floor(bottom / 9)])
      cells.push(`${x} ${y}`);
  }
  return cells;
}

function names(context: Context, figures: Figures): void {
  const { shape, titles, places, camera, colours, width, height } = figures;
  const taken = new Set<string>();
  context.font = figures.font;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colours.paper;
  for (const index of named(figures)) {
    const x = ((places[index * 2] ?? 0) - camera.x) * camera.scale + width / 2;
    const y = ((places[index * 2 + 1] ?? 0) - camera.y) * camera.scale + height / 2;
    const bottom = y + radiusOf(shape, index) * camera.scale + 13;
    const isLit = index === figures.lit;
    const text = shortened(titles[index] ?? '', isLit);
    const half = context.measureText(text).width / 2;
    const cells = cellsOf(x - half, x + half, bottom);
    if (!isLit && cells.some((cell) => taken.has(cell))) continue;
    for (const cell of cells) taken.add(cell);
    context.fillStyle = isLit ? colours.accent : colours.ink;
    context.strokeText(text, x, bottom);
    context.fillText(text, x, bottom);
  }
}
