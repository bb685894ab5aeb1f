/** Where a reader stands before the graph, and what lies where on the canvas from there. */

/** What lies in the middle of the canvas, in the graph's units, and how large a unit is in pixels. */
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

const nearest = 6;
const farthest = 0.02;

/** The camera that sees all `points` of `places`, or only some, with a margin for their names. */
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
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(farthest, scale) };
}

/** Moves the picture by so many pixels. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Steps nearer, or back, so that what lies at `x`, `y` on the canvas stays there. */
export function zoomed(camera: Camera, factor: number, size: Size, x: number, y: number): Camera {
  const scale = Math.max(farthest, Math.min(nearest, camera.scale * factor));
  const shift = 1 / camera.scale - 1 / scale;
  return {
    x: camera.x + (x - size.width / 2) * shift,
    y: camera.y + (y - size.height / 2) * shift,
    scale,
  };
}

/** Where a place of the graph lies on the canvas. */
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

/** What place of the graph lies at `x`, `y` on the canvas. */
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

/** A camera on the way from one to another, `part` from 0 to 1. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const eased = 1 - (1 - part) ** 3;
  const mix = (a: number, b: number) => a + (b - a) * eased;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    scale: from.scale * (to.scale / from.scale) ** eased,
  };
}

/** Radius of a point with so many links where a unit is a pixel. */
export function radiusOf(degree: number): number {
  return 2.6 + Math.min(9, 1.15 * Math.sqrt(degree));
}

/** How much larger than that points are drawn: they grow slower than the picture. */
export function growth(scale: number): number {
  return Math.max(0.3, Math.min(2.2, scale ** 0.55));
}
