/** Which names are shown, and where: none lies on another. */
import type { Size } from './camera.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A point that may bear its name, on the canvas. */
export interface Named {
  readonly point: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How wide the name is. */
  readonly width: number;
}

export interface Label {
  readonly point: number;
  /** Middle of the name, and the line it stands on. */
  readonly x: number;
  readonly y: number;
}

/** Height of a name, and of the letters in it. */
const line = 15;
const ascent = 11;
const gap = 3;

/** A keeper of boxes. */
interface Keeper {
  isFree(box: Box): boolean;
  keep(box: Box): void;
}

function keeper(): Keeper {
  const kept: Box[] = [];
  return {
    isFree: (box) => !kept.some((other) => overlap(box, other)),
    keep: (box) => kept.push(box),
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The places for a name: below its point, above, to the right, to the left; never over the edge. */
function placesFor({ x, y, radius, width }: Named, size: Size): readonly Box[] {
  const beside = radius + gap + width / 2;
  const places = [
    [x, y + radius + gap],
    [x, y - radius - gap - line],
    [x + beside, y - line / 2],
    [x - beside, y - line / 2],
  ].map(([middle = 0, top = 0]) => {
    const inside = Math.max(width / 2 + gap, Math.min(size.width - width / 2 - gap, middle));
    return { left: inside - width / 2, top, right: inside + width / 2, bottom: top + line };
  });
  return places.filter(({ top, bottom }) => top >= 0 && bottom <= size.height);
}

/**
 * Places names, the first of `named` first; what fits nowhere bears none, and there are never more than
 * `most`. A name rather stands where it hides no point of `named`, but never on another name.
 */
export function placeLabels(named: readonly Named[], size: Size, most: number): readonly Label[] {
  const names = keeper();
  const dots = keeper();
  for (const { x, y, radius } of named) {
    dots.keep({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  const labels: Label[] = [];
  for (const one of named) {
    if (labels.length >= most) break;
    const free = placesFor(one, size).filter((box) => names.isFree(box));
    const box = free.find((place) => dots.isFree(place)) ?? free[0];
    if (!box) continue;
    names.keep(box);
    labels.push({ point: one.point, x: (box.left + box.right) / 2, y: box.top + ascent });
  }
  return labels;
}
