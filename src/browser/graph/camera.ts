/** The part of the graph in view, and conversions between graph and canvas coordinates. */

/** Centre of the canvas in graph units, and pixels for each unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A canvas, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const maxScale = 6;
const minScale = 0.02;

/** The camera that shows all of `places`, or only `points` of it, with a margin for names. */
export function fitted(places: Float32Array, size: Size, points?: Iterable<number>): Camera {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points ?? Array.from({ length: places.length / 2 }, (_, index) => index)) {
    const [x, y] = [places[point * 2] ?? 0, places[point * 2 + 1] ?? 0];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (left > right) return { x: 0, y: 0, scale: 1 };
  const across = Math.max(40, size.width * 0.92 - 40) / Math.max(1, right - left);
  const down = Math.max(40, size.height * 0.96 - 44) / Math.max(1, bottom - top);
  const scale = Math.min(1.5, across, down);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(minScale, scale) };
}

/** The camera after the picture moved by some pixels. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** The camera after zooming by a factor around `x`, `y` on the canvas. */
export function zoomed(camera: Camera, factor: number, size: Size, x: number, y: number): Camera {
  const scale = Math.max(minScale, Math.min(maxScale, camera.scale * factor));
  const shift = 1 / camera.scale - 1 / scale;
  return {
    x: camera.x + (x - size.width / 2) * shift,
    y: camera.y + (y - size.height / 2) * shift,
    scale,
  };
}

/** Graph to canvas coordinates. */
export function onCanvas(
  camera: Camera,
  size: Size,
  x: number,
  y: number,
): readonly [number, number] {
  return [
    (x - camera.x) * camera.scale + size.width / 2,
    (y - camera.y) * camera.scale + size.height / 2,
  ];
}

/** Canvas to graph coordinates. */
export function inGraph(
  camera: Camera,
  size: Size,
  x: number,
  y: number,
): readonly [number, number] {
  return [
    (x - size.width / 2) / camera.scale + camera.x,
    (y - size.height / 2) / camera.scale + camera.y,
  ];
}

/** The camera between two others, `part` from 0 to 1. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const eased = 1 - (1 - part) ** 3;
  const mix = (a: number, b: number) => a + (b - a) * eased;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    scale: from.scale * (to.scale / from.scale) ** eased,
  };
}

/** Radius of a point with `degree` links, in pixels at scale 1. */
export function radiusOf(degree: number): number {
  return 2.6 + Math.min(9, 1.15 * Math.sqrt(degree));
}

/** Factor for radii at a scale: points grow more slowly than the picture. */
export function growth(scale: number): number {
  return Math.max(0.3, Math.min(2.2, scale ** 0.55));
}
