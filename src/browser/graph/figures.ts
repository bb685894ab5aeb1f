/** What stands out before the points and lines: the lit point with those next to it, and names. */

import { shortened } from '../../garden/graph/shortened.ts';
import { growth, onCanvas } from './camera.ts';
import { css } from './colours.ts';
import type { Label, Named } from './labels.ts';
import { placeLabels } from './labels.ts';
import { stand } from './paint-plain.ts';
import type { Frame, Scene } from './scene.ts';

export interface Figures {
  readonly titles: readonly string[];
  /** The point that stands out, or -1, with those joined to it. */
  readonly lit: number;
  readonly near: readonly number[];
  /** The note that the graph was opened for, or -1. */
  readonly middle: number;
  /** Points in the order in which they deserve a name. */
  readonly order: readonly number[];
  readonly family: string;
}

/** A name is shown from this radius of its point on, in pixels. */
const legible = 3;
/** Room for one name, in square pixels: the picture is not papered over with them. */
const roomForName = 6500;
const widest = 190;
/** So many names at most while one point is lit: they change with every move of the pointer. */
const mostWhileLit = 32;

/** Clears the canvas of `pen` and paints what stands out on it, names last. */
export function paintFigures(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  figures: Figures,
): void {
  const { canvas } = pen;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  stand(pen, frame);
  if (figures.lit >= 0) neighbourhood(pen, scene, frame, figures);
  if (figures.middle >= 0) ring(pen, scene, frame, figures.middle);
  pen.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  names(pen, scene, frame, figures);
}

function neighbourhood(
  pen: CanvasRenderingContext2D,
  { places, radii, slotOf }: Scene,
  { camera, colours }: Frame,
  { lit, near }: Figures,
): void {
  const [x, y] = [places[lit * 2] ?? 0, places[lit * 2 + 1] ?? 0];
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
  for (const point of [...near, lit]) {
    const radius = ((radii[point] ?? 0) * growth(camera.scale)) / camera.scale;
    pen.fillStyle = css(
      point === lit ? colours.accent : (colours.slots[slotOf[point] ?? 0] ?? colours.ink),
    );
    pen.beginPath();
    pen.arc(places[point * 2] ?? 0, places[point * 2 + 1] ?? 0, radius, 0, 7);
    pen.fill();
    pen.stroke();
  }
  ring(pen, { places, radii }, { camera, colours }, lit);
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
  const fits = Math.max(8, Math.round((size.width * size.height) / roomForName));
  const most = figures.lit >= 0 ? Math.min(fits, mostWhileLit) : fits;
  const named = Array.from(candidates(pen, scene, frame, figures, texts)).slice(0, most * 3);
  const labels = placeLabels(named, size, most);
  pen.textAlign = 'center';
  pen.lineJoin = 'round';
  pen.lineWidth = 3.5;
  pen.strokeStyle = css(colours.paper);
  const draw = ({ point, x, y }: Label) => {
    const stands = point === figures.lit || point === figures.middle;
    pen.font = fontOf(figures, point);
    pen.fillStyle = css(stands ? colours.accent : colours.ink);
    pen.strokeText(texts.get(point) ?? '', x, y);
    pen.fillText(texts.get(point) ?? '', x, y);
  };
  for (const label of labels) draw(label);
}

function fontOf({ lit, middle, family }: Figures, point: number): string {
  return point === lit || point === middle ? `600 13px ${family}` : `12px ${family}`;
}

const widths = new Map<string, { readonly text: string; readonly width: number }>();

/** Measuring is slow, and the same names come again with each frame. */
function measured(pen: CanvasRenderingContext2D, title: string, font: string) {
  const key = `${font} ${title}`;
  const known = widths.get(key);
  if (known) return known;
  pen.font = font;
  const text = shortened(title, widest, (part) => pen.measureText(part).width);
  const made = { text, width: pen.measureText(text).width };
  widths.set(key, made);
  return made;
}

/** Points in sight that are large enough for a name; while one is lit, only those next to it. */
function* candidates(
  pen: CanvasRenderingContext2D,
  { places, radii }: Scene,
  { camera, size, isQuiet }: Frame,
  figures: Figures,
  texts: Map<number, string>,
): Generator<Named> {
  const grown = growth(camera.scale);
  for (const point of inOrder(figures)) {
    const isFirst = point === figures.lit || point === figures.middle;
    const radius = (radii[point] ?? 0) * grown;
    if (texts.has(point) || (!isQuiet && !isFirst && radius < legible)) continue;
    const [x, y] = onCanvas(camera, size, places[point * 2] ?? 0, places[point * 2 + 1] ?? 0);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const { text, width } = measured(pen, figures.titles[point] ?? '', fontOf(figures, point));
    texts.set(point, text);
    yield { point, x, y, radius: isFirst ? radius + 4 : radius, width };
  }
}

function inOrder({ lit, near, middle, order }: Figures): readonly number[] {
  const first = [lit, middle].filter((point) => point >= 0);
  return lit >= 0 ? [...first, ...near] : [...first, ...order];
}
