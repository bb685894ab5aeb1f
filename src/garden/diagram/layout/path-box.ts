import { svgPathProperties } from 'svg-path-properties';
import { type Box, boxAround, emptyBox } from './box.ts';

const known = new Map<string, Box>();

/** Points per curve that stand for the curve: the error is far below a pixel at diagram sizes. */
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

function* pathPoints(d: string): Generator<readonly [number, number]> {
  for (const part of new svgPathProperties(d).getParts()) {
    yield [part.start.x, part.start.y];
    yield [part.end.x, part.end.y];
    if (part.length === 0 || 'LHVZ'.includes(part.details[0])) continue;
    for (let step = 1; step < samples; step++) {
      const { x, y } = part.getPointAtLength((part.length * step) / samples);
      yield [x, y];
    }
  }
}
