/** Draws the near graph: quiet lines, the note itself as the large point. */
import { layOutGraph, type NearGraph, type Place } from './near-graph.ts';
import type { Palette } from './palette.ts';
import { tenth } from './text-block.ts';

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Radius of each kind of point, in pixels. */
const sizes = { self: 17, note: 8.5, ghost: 8.5 };

/**
 * The graph as SVG within a circle: lines of the note itself before those among its neighbours, and
 * rings for pages that nobody has written yet.
 */
export function drawGraph(graph: NearGraph, { x, y, radius }: Circle, palette: Palette): string {
  const places = layOutGraph(graph, radius);
  const isOwn = ([from]: readonly [number, number]) => graph.points[from] === 'self';
  const path = (lines: NearGraph['lines'], colour: string) => {
    const data = lines.map(([from, to]) => lineBetween(places[from], places[to])).join('');
    return `<path d="${data}" stroke="${colour}"/>`;
  };
  const around = path(
    graph.lines.filter((line) => !isOwn(line)),
    palette.line,
  );
  const own = path(graph.lines.filter(isOwn), palette['line-strong']);
  const points = graph.points.map((kind, index) => {
    const place = places[index] ?? { x: 0, y: 0 };
    const fill = kind === 'ghost' ? palette.paper : palette.accent;
    return `<circle cx="${tenth(place.x)}" cy="${tenth(place.y)}" r="${sizes[kind]}" fill="${fill}"/>`;
  });
  return (
    `<g transform="translate(${x} ${y})"><g fill="none" stroke-width="2">${around}${own}</g>` +
    `<g stroke="${palette.accent}" stroke-width="2.5">${points.join('')}</g></g>`
  );
}

function lineBetween(from: Place | undefined, to: Place | undefined): string {
  if (!from || !to) return '';
  return `M${tenth(from.x)} ${tenth(from.y)}L${tenth(to.x)} ${tenth(to.y)}`;
}
