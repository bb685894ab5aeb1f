import { svgPathProperties } from 'svg-path-properties';
import { type Box, boxAround, emptyBox } from './box.ts';

type Point = readonly [number, number];
type Part = ReturnType<InstanceType<typeof svgPathProperties>['getParts']>[number];

const known = new Map<string, Box>();

/** Points per curve that represent the curve: the error is far below a pixel at diagram sizes. */
const samples = 24;

/** The box around an SVG path. */
export function pathBox(d: string): Box {
  let box = known.get(d);
  if (!box) {
    box = d.trim() === '' ? emptyBox : boxAround(pathPoints(d));
    if (known.size > 5000) known.clear();
    known.set(d, box);
  }
  return box;
}

function* pathPoints(d: string): Generator<Point> {
  for (const part of new svgPathProperties(d).getParts()) {
    yield [part.start.x, part.start.y];
    yield* partPoints(part);
  }
}

/** Points of a part behind its start. Only arcs are walked by length, which is inexact. */
function* partPoints(part: Part): Generator<Point> {
  const [kind, ...numbers] = part.details;
  const start: Point = [part.start.x, part.start.y];
  if (kind === 'C' || kind === 'Q') {
    const controls = [start, ...pairs(numbers)];
    for (let step = 1; step <= samples; step++) yield pointOnCurve(controls, step / samples);
  } else if (kind === 'A') {
    for (let step = 1; step < samples; step++) {
      const { x, y } = part.getPointAtLength((part.length * step) / samples);
      yield [x, y];
    }
    yield* pairs(numbers.slice(-2));
  } else if (kind === 'L') yield* pairs(numbers);
  else if (kind === 'H') yield [numbers[0] ?? 0, start[1]];
  else if (kind === 'V') yield [start[0], numbers[0] ?? 0];
}

function pairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  }
  return points;
}

/** De Casteljau: a Bézier curve of any degree; its ends come out exactly. */
function pointOnCurve(controls: readonly Point[], part: number): Point {
  const [first = [0, 0], ...rest] = controls;
  if (rest.length === 0) return first;
  const nearer = rest.map(([x, y], index): Point => {
    const [px, py] = controls[index] ?? first;
    return [px * (1 - part) + x * part, py * (1 - part) + y * part];
  });
  return pointOnCurve(nearer, part);
}
