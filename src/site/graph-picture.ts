/** The still picture of the whole graph: in the page until its script, which loads on demand, draws it. */

import { fitted, growth, onCanvas, type Size } from '../browser/graph/camera.ts';
import { slotTokens } from '../browser/graph/colours.ts';
import { maxNameWidth, minNamedRadius, mostNames } from '../browser/graph/figures.ts';
import { placeLabels } from '../browser/graph/labels.ts';
import type { Graph } from '../browser/graph/model.ts';
import { lineStrength, type Scene } from '../browser/graph/scene.ts';
import { byDegree } from '../garden/graph/adjacency.ts';
import { shortened } from '../garden/graph/shortened.ts';
import { dotPath, linePath } from './graph-paths.ts';

/** Dots of one colour and size. */
export interface DotGroup {
  /** The token of the colour. */
  readonly colour: string;
  /** In pixels, before it is adapted to the size of the picture. */
  readonly radius: number;
  readonly path: string;
}

export interface PictureName {
  readonly text: string;
  /** The point's place in the picture, in percent. */
  readonly x: number;
  readonly y: number;
  /** From there to the middle of the name's baseline, in pixels. */
  readonly dx: number;
  readonly dy: number;
}

export interface GraphPicture {
  /** In graph units. */
  readonly width: number;
  readonly height: number;
  /** The `viewBox` of the paths. */
  readonly view: string;
  readonly lines: string;
  /** Opacity of the lines. */
  readonly strength: number;
  readonly dots: readonly DotGroup[];
  /** What differs between a phone and a desk. */
  readonly looks: Readonly<Record<Look, { grown: number; names: readonly PictureName[] }>>;
}

type Look = keyof typeof looks;

/** Sizes of the picture on a phone and on a desk, in pixels, and how many names it has there. */
const looks = {
  small: { size: { width: 340, height: 530 }, most: 14 },
  wide: { size: { width: 690, height: 610 }, most: 40 },
} as const;
/** Larger gardens are shown by their most linked notes and short lines: the page is to stay light. */
const most = { dots: 1400, marks: 2000 };
/** Of the picture, in its own units: about a pixel each. */
const maxSide = 600;

/** Draws a graph whose places are known. */
export function graphPicture(graph: Graph, scene: Scene): GraphPicture {
  const { places } = scene;
  const box = boxOf(places);
  const order = byDegree(graph.adjacency);
  const points = order.slice(0, most.dots);
  const unit = Math.max(1, box.width / maxSide, box.height / maxSide);
  const placeOf = (point: number) => {
    const x = (places[point * 2] ?? 0) - box.left;
    return [x / unit, ((places[point * 2 + 1] ?? 0) - box.top) / unit] as const;
  };
  const lookOf = (look: Look) => {
    const { scale } = fitted(places, looks[look].size);
    return { grown: round(growth(scale), 100), names: namesOf(graph, scene, { look, box, order }) };
  };
  return {
    width: box.width,
    height: box.height,
    view: `0 0 ${round(box.width / unit, 1)} ${round(box.height / unit, 1)}`,
    lines: linePath(linksAmong(new Set(points), scene), placeOf),
    strength: round(lineStrength(scene.links, false), 100),
    dots: dotGroups(points, scene, placeOf),
    looks: { small: lookOf('small'), wide: lookOf('wide') },
  };
}

function linksAmong(points: ReadonlySet<number>, { links }: Scene): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (let i = 0; i < links.length && kept.length < most.marks - points.size; i += 2) {
    const [from, to] = [links[i] ?? 0, links[i + 1] ?? 0];
    if (points.has(from) && points.has(to)) kept.push([from, to]);
  }
  return kept;
}

interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** What `fitted` fits into the canvas. */
function boxOf(places: Float32Array): Box {
  const xs = places.filter((_, index) => index % 2 === 0);
  const ys = places.filter((_, index) => index % 2 === 1);
  const least = (numbers: Float32Array) => numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = (numbers: Float32Array) => numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  if (xs.length === 0) return { left: 0, top: 0, width: 1, height: 1 };
  const [left, top] = [least(xs), least(ys)];
  return {
    left,
    top,
    width: Math.max(1, greatest(xs) - left),
    height: Math.max(1, greatest(ys) - top),
  };
}

function dotGroups(
  points: readonly number[],
  { radii, slotOf, places }: Scene,
  placeOf: (point: number) => readonly [number, number],
): readonly DotGroup[] {
  // Sizes that differ by less than half a pixel are one.
  const step = Math.ceil(0.5 / growth(fitted(places, looks.wide.size).scale));
  const groups = new Map<string, number[]>();
  for (const point of points) {
    const key = `${slotOf[point]} ${Math.round((radii[point] ?? 0) / step) * step}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups].sort().map(([key, members]) => {
    const [slot = 0, radius = 0] = key.split(' ').map(Number);
    return { colour: slotTokens[slot] ?? 'gray', radius, path: dotPath(members, placeOf) };
  });
}

function namesOf(
  { titles }: Graph,
  { places, radii }: Scene,
  { look, box, order }: { look: Look; box: Box; order: readonly number[] },
): readonly PictureName[] {
  const { size, most: count } = looks[look];
  const camera = fitted(places, size);
  const grown = growth(camera.scale);
  const texts = new Map<number, string>();
  const named = order.slice(0, mostNames(size) * 3).flatMap((point) => {
    const radius = (radii[point] ?? 0) * grown;
    if (radius < minNamedRadius) return [];
    const text = shortened(titles[point] ?? '', maxNameWidth, widthOf);
    texts.set(point, text);
    const [x, y] = onCanvas(camera, size, places[point * 2] ?? 0, places[point * 2 + 1] ?? 0);
    return [{ point, x, y, radius, width: widthOf(text) }];
  });
  const spots = new Map(named.map((one) => [one.point, one]));
  return placeLabels(named, size, count).flatMap(({ point, x, y }) => {
    const at = spots.get(point);
    if (!at) return [];
    return {
      text: texts.get(point) ?? '',
      x: round((100 * ((places[point * 2] ?? 0) - box.left)) / box.width, 10),
      y: round((100 * ((places[point * 2 + 1] ?? 0) - box.top)) / box.height, 10),
      dx: Math.round(x - at.x),
      dy: Math.round(y - at.y),
    };
  });
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/** About how wide a text is at 12 pixels: a build measures no letters. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (wide.test(letter) ? 12 : 6.4), 0);
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
