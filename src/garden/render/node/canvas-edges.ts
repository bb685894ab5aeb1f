/** Geometry of a board's arrows: curves from side to side, as JSON Canvas programs draw them. */
import type { CanvasCard, CanvasEdge, CanvasSide } from '../../body.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

type Side = Exclude<CanvasSide, ''>;

const outward: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** Length and half the width of an arrow's head. */
const head = { length: 11, half: 5 };

export interface EdgePath {
  /** The curve, as the `d` of a path. */
  readonly line: string;
  /** Corners of the heads, as `points` of polygons. */
  readonly heads: readonly string[];
  /** Position of the label. */
  readonly middle: Point;
}

/** The path of an arrow; an unset side is the one that faces the other card. */
export function edgePath(edge: CanvasEdge, from: CanvasCard, to: CanvasCard): EdgePath {
  const fromSide = edge.fromSide || facing(from, to);
  const toSide = edge.toSide || facing(to, from);
  const start = onSide(from, fromSide);
  const end = onSide(to, toSide);
  const distance = Math.hypot(end.x - start.x, end.y - start.y);
  const bend = Math.min(150, Math.max(30, distance / 2));
  const leave = moved(start, fromSide, bend);
  const arrive = moved(end, toSide, bend);
  const points = [leave, arrive, end].map(({ x, y }) => `${x} ${y}`).join(', ');
  return {
    line: `M${start.x} ${start.y} C${points}`,
    heads: [
      ...(edge.fromArrow ? [headAt(start, fromSide)] : []),
      ...(edge.toArrow ? [headAt(end, toSide)] : []),
    ],
    middle: {
      x: Math.round((start.x + end.x + 3 * (leave.x + arrive.x)) / 8),
      y: Math.round((start.y + end.y + 3 * (leave.y + arrive.y)) / 8),
    },
  };
}

function center({ x, y, width, height }: CanvasCard): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function facing(card: CanvasCard, other: CanvasCard): Side {
  const [here, there] = [center(card), center(other)];
  const across = (there.x - here.x) / card.width;
  const down = (there.y - here.y) / card.height;
  if (Math.abs(across) > Math.abs(down)) return across > 0 ? 'right' : 'left';
  return down > 0 ? 'bottom' : 'top';
}

function onSide(card: CanvasCard, side: Side): Point {
  const { x, y } = center(card);
  const out = outward[side];
  return {
    x: Math.round(x + (out.x * card.width) / 2),
    y: Math.round(y + (out.y * card.height) / 2),
  };
}

function moved({ x, y }: Point, side: Side, distance: number): Point {
  const out = outward[side];
  return { x: Math.round(x + out.x * distance), y: Math.round(y + out.y * distance) };
}

/** A triangle whose tip touches the side. */
function headAt(tip: Point, side: Side): string {
  const out = outward[side];
  const base = { x: tip.x + out.x * head.length, y: tip.y + out.y * head.length };
  const aside = { x: out.y * head.half, y: out.x * head.half };
  return [
    tip,
    { x: base.x + aside.x, y: base.y + aside.y },
    { x: base.x - aside.x, y: base.y - aside.y },
  ]
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
}
