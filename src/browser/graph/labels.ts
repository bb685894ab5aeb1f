/** Which names are shown, and where, without overlap. */
import type { Size } from './camera.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A point that may have a name, in canvas pixels. */
export interface Named {
  readonly point: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Width of the name. */
  readonly width: number;
}

export interface Label {
  readonly point: number;
  /** Centre and baseline of the name. */
  readonly x: number;
  readonly y: number;
}

/** The corner below the buttons, where no name is seen: width and height in pixels. */
const buttons = { width: 60, height: 170 };
/** Names that may cover a point where nothing better is free: those of the first points. */
const maxCovering = 12;
/** Height of a name, and of the letters in it. */
const line = 15;
const ascent = 11;
const gap = 3;
/** Room between two names in one line, so that they do not read as one. */
const between = 8;

/** Boxes that are taken. */
interface TakenBoxes {
  /** `room` is kept free on both sides. */
  isFree(box: Box, room?: number): boolean;
  take(box: Box): void;
}

function takenBoxes(): TakenBoxes {
  const kept: Box[] = [];
  return {
    isFree: (box, room = 0) => !kept.some((other) => overlap(box, other, room)),
    take: (box) => kept.push(box),
  };
}

function overlap(a: Box, b: Box, room: number): boolean {
  const isBeside = a.left >= b.right + room || b.left >= a.right + room;
  return !isBeside && a.top < b.bottom && b.top < a.bottom;
}

/** Positions for a name: below its point, above, right, left; never beyond the edge. */
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
 * Places at most `maxCount` names, in the order of `named`; a name that fits nowhere is left out. A name
 * covers no other name; one of the first may cover a point of `named`, if there is no better position.
 */
export function placeLabels(
  named: readonly Named[],
  size: Size,
  maxCount: number,
): readonly Label[] {
  const names = takenBoxes();
  const dots = takenBoxes();
  for (const { x, y, radius } of named) {
    dots.take({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  names.take({
    left: size.width - buttons.width,
    top: size.height - buttons.height,
    right: size.width,
    bottom: size.height,
  });
  const labels: Label[] = [];
  for (const one of named) {
    if (labels.length >= maxCount) break;
    const free = placesFor(one, size).filter((box) => names.isFree(box, between));
    const covering = labels.length < maxCovering ? free[0] : undefined;
    const box = free.find((place) => dots.isFree(place)) ?? covering;
    if (!box) continue;
    names.take(box);
    labels.push({ point: one.point, x: (box.left + box.right) / 2, y: box.top + ascent });
  }
  return labels;
}
