/** Puts a graph on a canvas. Knows no events, only what is to be seen. */
import type { Colours } from './colours.ts';
import type { Graph } from './model.ts';

/** Where the reader stands: what lies in the middle of the canvas, and how near. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Scene {
  readonly graph: Graph;
  readonly places: Float32Array;
  readonly camera: Camera;
  readonly colours: Colours;
  readonly font: string;
  /** Index of the point under the pointer or chosen, or -1; the points next to it. */
  readonly lit: number;
  readonly near: ReadonlySet<number>;
  /** Canvas size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Long paths are slow to stroke: lines and dots go in runs of this many. */
const run = 400;
const labels = 60;

/** Radius of a point in the graph's own units. */
export function radiusOf(graph: Graph, index: number): number {
  return 3 + Math.min(9, Math.sqrt(graph.degrees[index] ?? 0) * 1.2);
}

function lines(context: CanvasRenderingContext2D, scene: Scene, lit: boolean): void {
  const { graph, places } = scene;
  let drawn = 0;
  context.beginPath();
  for (let i = 0; i < graph.links.length; i += 2) {
    const from = graph.links[i] ?? 0;
    const to = graph.links[i + 1] ?? 0;
    if (lit && from !== scene.lit && to !== scene.lit) continue;
    context.moveTo(places[from * 2] ?? 0, places[from * 2 + 1] ?? 0);
    context.lineTo(places[to * 2] ?? 0, places[to * 2 + 1] ?? 0);
    drawn += 1;
    if (drawn % run !== 0) continue;
    context.stroke();
    context.beginPath();
  }
  context.stroke();
}

function dot(context: CanvasRenderingContext2D, scene: Scene, index: number, small: boolean): void {
  const x = scene.places[index * 2] ?? 0;
  const y = scene.places[index * 2 + 1] ?? 0;
  const radius = radiusOf(scene.graph, index);
  if (small) {
    context.rect(x - radius, y - radius, radius * 2, radius * 2);
  } else {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 7);
  }
}

function dots(context: CanvasRenderingContext2D, scene: Scene): void {
  const { graph, colours, camera } = scene;
  const small = graph.titles.length > 3000 && camera.scale < 0.5;
  for (const [kind, colour] of colours.kinds.entries()) {
    context.fillStyle = colour;
    let drawn = 0;
    context.beginPath();
    for (let i = 0; i < graph.kinds.length; i += 1) {
      if (graph.kinds[i] !== kind) continue;
      dot(context, scene, i, small);
      drawn += 1;
      if (drawn % run !== 0) continue;
      context.fill();
      context.beginPath();
    }
    context.fill();
  }
}

function spotlight(context: CanvasRenderingContext2D, scene: Scene): void {
  context.globalAlpha = 1;
  context.strokeStyle = scene.colours.accent;
  context.lineWidth = 1.5 / scene.camera.scale;
  lines(context, scene, true);
  context.fillStyle = scene.colours.accent;
  context.beginPath();
  for (const index of [scene.lit, ...scene.near]) dot(context, scene, index, false);
  context.fill();
}

/** The points that deserve a name at this distance, the best linked first. */
function named(scene: Scene): readonly number[] {
  const { graph, places, camera, width, height } = scene;
  const inside = (index: number) =>
    Math.abs((places[index * 2] ?? 0) - camera.x) * camera.scale < width / 2 &&
    Math.abs((places[index * 2 + 1] ?? 0) - camera.y) * camera.scale < height / 2;
  const all = Array.from({ length: graph.titles.length }, (_, index) => index).filter(inside);
  const degree = (index: number) => graph.degrees[index] ?? 0;
  return [scene.lit, ...scene.near, ...all.sort((a, b) => degree(b) - degree(a)).slice(0, labels)];
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

function names(context: CanvasRenderingContext2D, scene: Scene): void {
  const { graph, places, camera, colours, width, height } = scene;
  const taken = new Set<string>();
  context.font = scene.font;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colours.paper;
  for (const index of named(scene)) {
    if (index < 0) continue;
    const x = ((places[index * 2] ?? 0) - camera.x) * camera.scale + width / 2;
    const y = ((places[index * 2 + 1] ?? 0) - camera.y) * camera.scale + height / 2;
    const bottom = y + radiusOf(graph, index) * camera.scale + 13;
    const isLit = index === scene.lit;
    const text = shortened(graph.titles[index] ?? '', isLit);
    const half = context.measureText(text).width / 2;
    const cells = cellsOf(x - half, x + half, bottom);
    if (!isLit && cells.some((cell) => taken.has(cell))) continue;
    for (const cell of cells) taken.add(cell);
    context.fillStyle = isLit ? colours.accent : colours.ink;
    context.strokeText(text, x, bottom);
    context.fillText(text, x, bottom);
  }
}

/** Draws the scene; `ratio` is how many device pixels make one of CSS. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, ratio: number): void {
  const { camera, width, height, colours } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.scale(camera.scale, camera.scale);
  context.translate(-camera.x, -camera.y);
  context.strokeStyle = colours.line;
  context.lineWidth = Math.min(1, 0.8 / camera.scale);
  context.globalAlpha = scene.lit >= 0 ? 0.35 : 0.75;
  lines(context, scene, false);
  context.globalAlpha = scene.lit >= 0 ? 0.45 : 1;
  dots(context, scene);
  if (scene.lit >= 0) spotlight(context, scene);
  context.globalAlpha = 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  names(context, scene);
}
