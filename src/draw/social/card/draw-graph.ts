/** Draws the near graph: quiet lines, the note itself as the large point. */
import { layOutGraph, type NearGraph, type Point } from './near-graph.ts';
import type { Palette } from './palette.ts';
import { tenth } from './text-block.ts';

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Radius of points in pixels: of the note itself, of others, of the least linked in a garden. */
const sizes = { self: 17, other: 8.5, least: 5 };

/**
 * The graph as SVG within a circle. The note itself is large, and so are its lines before those among
 * its neighbours; in the graph of a garden the most linked are. Rings are pages not written yet.
 */
export function drawGraph(graph: NearGraph, { x, y, radius }: Circle, palette: Palette): string {
  const places = layOutGraph(graph, radius);
  const sizeOf = pointSizes(graph);
  const points = graph.points.map((kind, index) => {
    const place = places[index] ?? { x: 0, y: 0 };
    const fill = kind === 'ghost' ? palette.paper : palette.accent;
    return `<circle cx="${tenth(place.x)}" cy="${tenth(place.y)}" r="${sizeOf(index)}" fill="${fill}"/>`;
  });
  return (
    `<g transform="translate(${x} ${y})"><g fill="none" stroke-width="2">` +
    `${drawLines(graph, places, palette)}</g>` +
    `<g stroke="${palette.accent}" stroke-width="2.5">${points.join('')}</g></g>`
  );
}

function drawLines(
  { points, lines }: NearGraph,
  places: readonly Point[],
  palette: Palette,
): string {
  const isOwn = ([from]: readonly [number, number]) => points[from] === 'self';
  const path = (drawn: NearGraph['lines'], colour: string) => {
    const data = drawn.map(([from, to]) => lineBetween(places[from], places[to])).join('');
    return `<path d="${data}" stroke="${colour}"/>`;
  };
  const around = lines.filter((line) => !isOwn(line));
  return path(around, palette.line) + path(lines.filter(isOwn), palette['line-strong']);
}

function pointSizes({ points, lines }: NearGraph): (index: number) => number {
  if (points.includes('self')) {
    return (index) => (points[index] === 'self' ? sizes.self : sizes.other);
  }
  const degrees = points.map((_, index) => lines.filter((line) => line.includes(index)).length);
  const most = Math.max(1, ...degrees);
  const range = sizes.self - sizes.least;
  return (index) => tenth(sizes.least + (range * (degrees[index] ?? 0)) / most);
}

function lineBetween(from: Point | undefined, to: Point | undefined): string {
  if (!from || !to) return '';
  return `M${tenth(from.x)} ${tenth(from.y)}L${tenth(to.x)} ${tenth(to.y)}`;
}
