/** What is drawn above the points and lines: the highlighted point, its neighbours, and names. */

import { shortened } from '../../garden/graph/shortened.ts';
import { nextTask } from '../next-task.ts';
import { growth, onCanvas, type Size } from './camera.ts';
import { css } from './colours.ts';
import type { Label, Named } from './labels.ts';
import { placeLabels } from './labels.ts';
import { useGraphUnits } from './paint-plain.ts';
import type { Frame, Scene } from './scene.ts';

export interface Figures {
  readonly titles: readonly string[];
  /** The highlighted point, or -1, with its neighbours. */
  readonly highlighted: number;
  readonly near: readonly number[];
  /** The note that the graph was opened for, or -1. */
  readonly middle: number;
  /** Points by priority of their names. */
  readonly order: readonly number[];
  readonly family: string;
}

/** Smallest radius of a point with a name, in pixels. */
export const minNamedRadius = 3;
/** Canvas area for each name, in square pixels: limits how many are shown. */
const areaPerName = 6500;
/** In pixels; longer names are cut. */
export const maxNameWidth = 190;
/** How long names are measured before the browser may answer the reader. */
const measuringMs = 8;
/** Most names while a point is highlighted: they change with every move of the pointer. */
const maxNamesWhileHighlighted = 32;

/** Clears the canvas of `pen` and draws on it, names last. */
export function paintFigures(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  figures: Figures,
): void {
  const { canvas } = pen;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  useGraphUnits(pen, frame);
  if (figures.highlighted >= 0) neighbourhood(pen, scene, frame, figures);
  if (figures.middle >= 0) ring(pen, scene, frame, figures.middle);
  pen.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  names(pen, scene, frame, figures);
}

function neighbourhood(
  pen: CanvasRenderingContext2D,
  { places, radii, slotOf }: Scene,
  { camera, colours }: Frame,
  { highlighted, near }: Figures,
): void {
  const [x, y] = [places[highlighted * 2] ?? 0, places[highlighted * 2 + 1] ?? 0];
  pen.strokeStyle = css(colours.accent);
  pen.globalAlpha = Math.max(0.3, Math.min(0.8, 12 / Math.sqrt(near.length + 1)));
  pen.lineWidth = 1.4 / camera.scale;
  pen.beginPath();
  for (const point of near) {
    pen.moveTo(x, y);
    pen.lineTo(places[point * 2] ?? 0, places[point * 2 + 1] ?? 0);
  }
  pen.stroke();
  pen.globalAlpha = 1;
  pen.strokeStyle = css(colours.paper);
  for (const point of [...near, highlighted]) {
    const radius = ((radii[point] ?? 0) * growth(camera.scale)) / camera.scale;
    pen.fillStyle = css(
      point === highlighted ? colours.accent : (colours.slots[slotOf[point] ?? 0] ?? colours.ink),
    );
    pen.beginPath();
    pen.arc(places[point * 2] ?? 0, places[point * 2 + 1] ?? 0, radius, 0, 7);
    pen.fill();
    pen.stroke();
  }
  ring(pen, { places, radii }, { camera, colours }, highlighted);
}

function ring(
  pen: CanvasRenderingContext2D,
  { places, radii }: Pick<Scene, 'places' | 'radii'>,
  { camera, colours }: Pick<Frame, 'camera' | 'colours'>,
  point: number,
): void {
  const radius = ((radii[point] ?? 0) * growth(camera.scale) + 4) / camera.scale;
  pen.strokeStyle = css(colours.accent);
  pen.lineWidth = 2 / camera.scale;
  pen.beginPath();
  pen.arc(places[point * 2] ?? 0, places[point * 2 + 1] ?? 0, radius, 0, 7);
  pen.stroke();
}

function names(pen: CanvasRenderingContext2D, scene: Scene, frame: Frame, figures: Figures): void {
  const { colours, size } = frame;
  const texts = new Map<number, string>();
  const most = mostNames(size, figures.highlighted);
  const named = firstOf(candidates(pen, scene, frame, figures, texts), most * 3);
  const labels = placeLabels(named, size, most);
  pen.textAlign = 'center';
  pen.lineJoin = 'round';
  pen.lineWidth = 3.5;
  pen.strokeStyle = css(colours.paper);
  const draw = ({ point, x, y }: Label) => {
    const isAccented = point === figures.highlighted || point === figures.middle;
    pen.font = fontOf(figures, point);
    pen.fillStyle = css(isAccented ? colours.accent : colours.ink);
    pen.strokeText(texts.get(point) ?? '', x, y);
    pen.fillText(texts.get(point) ?? '', x, y);
  };
  for (const label of labels) draw(label);
}

/** How many names a picture has at most. */
export function mostNames({ width, height }: Size, highlighted = -1): number {
  const fits = Math.max(8, Math.round((width * height) / areaPerName));
  return highlighted >= 0 ? Math.min(fits, maxNamesWhileHighlighted) : fits;
}

/** Measures, a few in each task, the names that `paintFigures` would measure all at once. */
export async function measureNames(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  figures: Figures,
): Promise<void> {
  let left = mostNames(frame.size, figures.highlighted) * 3;
  let until = performance.now() + measuringMs;
  for (const _ of candidates(pen, scene, frame, figures, new Map())) {
    left -= 1;
    if (left <= 0) break;
    if (performance.now() < until) continue;
    await nextTask();
    until = performance.now() + measuringMs;
  }
}

/** At most `count` of them: each that is made is measured. */
function firstOf<Item>(items: Iterable<Item>, count: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length >= count) break;
  }
  return taken;
}

function fontOf({ highlighted, middle, family }: Figures, point: number): string {
  return point === highlighted || point === middle ? `600 13px ${family}` : `12px ${family}`;
}

const widths = new Map<string, { readonly text: string; readonly width: number }>();

/** Measuring is slow, and most names are the same in the next frame. */
function measured(pen: CanvasRenderingContext2D, title: string, font: string) {
  const key = `${font} ${title}`;
  const known = widths.get(key);
  if (known) return known;
  pen.font = font;
  const text = shortened(title, maxNameWidth, (part) => pen.measureText(part).width);
  const made = { text, width: pen.measureText(text).width };
  widths.set(key, made);
  return made;
}

/** Points in view that are large enough for a name; while one is highlighted, its neighbours only. */
function* candidates(
  pen: CanvasRenderingContext2D,
  { places, radii }: Scene,
  { camera, size, isQuiet }: Frame,
  figures: Figures,
  texts: Map<number, string>,
): Generator<Named> {
  const grown = growth(camera.scale);
  for (const point of inOrder(figures)) {
    const isFirst = point === figures.highlighted || point === figures.middle;
    const radius = (radii[point] ?? 0) * grown;
    if (texts.has(point) || (!isQuiet && !isFirst && radius < minNamedRadius)) continue;
    const [x, y] = onCanvas(camera, size, places[point * 2] ?? 0, places[point * 2 + 1] ?? 0);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const { text, width } = measured(pen, figures.titles[point] ?? '', fontOf(figures, point));
    texts.set(point, text);
    yield { point, x, y, radius: isFirst ? radius + 4 : radius, width };
  }
}

function inOrder({ highlighted, near, middle, order }: Figures): readonly number[] {
  const first = [highlighted, middle].filter((point) => point >= 0);
  return highlighted >= 0 ? [...first, ...near] : [...first, ...order];
}
