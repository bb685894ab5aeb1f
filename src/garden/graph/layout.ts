/**
 * Multilevel layout of a graph: the graph is coarsened repeatedly, the smallest one is laid out from
 * nothing, and each larger one starts from the positions of the one before, so that it needs few steps.
 * d3-force moves the points; nothing is random.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { coarsen, type PointGraph } from './coarsen.ts';

interface Point extends SimulationNodeDatum {
  x: number;
  y: number;
}

interface ForceSettings {
  readonly steps: number;
  /** d3-force's starting alpha: 1 from nothing, less where the positions are nearly right. */
  readonly alpha: number;
  /** Collision radius of every point; 0 for none. */
  readonly radius: number;
}

/** Up to this many points a graph is laid out from nothing. */
const smallGraph = 300;
/** Above this many points collisions are not computed: they cost too much and are not visible. */
const largeGraph = 3000;
/** Between points without a link. */
const spacing = 26;
/** Positions rotated by multiples of this angle never coincide. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * x and y of every point, rounded to whole numbers: linked points together, points without a link in
 * rows below all others. The same graph gives the same positions.
 */
export function layOut({ links, count }: PointGraph): Float32Array<ArrayBuffer> {
  const linked = [...new Set(links)].sort((a, b) => a - b);
  const places = new Map(linked.map((point, place) => [point, place]));
  const inner = Uint32Array.from(links, (point) => places.get(point) ?? 0);
  const points = layOutLinked({ links: inner, count: linked.length });
  const all = new Float32Array(count * 2);
  const extent: Extent = { left: 0, right: 0, bottom: 0 };
  for (const [place, { x, y }] of points.entries()) {
    all.set([Math.round(x), Math.round(y)], (linked[place] ?? 0) * 2);
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.bottom = Math.max(extent.bottom, y);
  }
  const unlinked = Array.from({ length: count }, (_, point) => point).filter(
    (point) => !places.has(point),
  );
  placeInRows(all, unlinked, extent);
  return all;
}

function layOutLinked(graph: PointGraph): readonly Point[] {
  const smaller = graph.count > smallGraph ? coarsen(graph) : null;
  if (!smaller || smaller.graph.count > graph.count * 0.95) {
    const points = Array.from({ length: graph.count }, (_, index) => around(0, 0, index, 8));
    return runForces(points, graph.links, { steps: 300, alpha: 1, radius: 16 });
  }
  const before = layOutLinked(smaller.graph);
  const growth = Math.sqrt(graph.count / smaller.graph.count);
  const points = Array.from(smaller.part, (part, index) => {
    const { x = 0, y = 0 } = before[part] ?? {};
    return around(x * growth, y * growth, index, 1);
  });
  const many = graph.count > largeGraph;
  return runForces(points, graph.links, {
    steps: many ? 25 : 60,
    alpha: 0.3,
    radius: many ? 0 : 14,
  });
}

/** A point near a position, each index in another direction. */
function around(x: number, y: number, index: number, spread: number): Point {
  const away = 10 + spread * Math.sqrt(index % 1000);
  return {
    x: x + away * Math.cos(index * goldenAngle),
    y: y + away * Math.sin(index * goldenAngle),
  };
}

function runForces(points: Point[], links: Uint32Array, { steps, alpha, radius }: ForceSettings) {
  const pairs = Array.from({ length: links.length / 2 }, (_, index) => ({
    source: links[index * 2] ?? 0,
    target: links[index * 2 + 1] ?? 0,
  }));
  const simulation = forceSimulation(points)
    .force('link', forceLink(pairs).distance(50))
    .force('push', forceManyBody().strength(-120).theta(1.1))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05))
    .alpha(alpha)
    .alphaDecay(1 - (0.01 / alpha) ** (1 / steps))
    .stop();
  if (radius > 0) simulation.force('radius', forceCollide(radius));
  simulation.tick(steps);
  return points;
}

/** The box around the linked points. */
interface Extent {
  left: number;
  right: number;
  bottom: number;
}

/** Puts the points without a link into rows below all others, as wide as these or as a square. */
function placeInRows(places: Float32Array, unlinked: readonly number[], extent: Extent): void {
  const { left, right, bottom } = extent;
  const square = Math.sqrt(unlinked.length) * spacing;
  const fits = Math.max(1, Math.round(Math.max(right - left, square) / spacing));
  const isAlone = left === right;
  const top = isAlone ? 0 : bottom + 3 * spacing;
  for (const [index, point] of unlinked.entries()) {
    const row = Math.floor(index / fits);
    const inRow = Math.min(fits, unlinked.length - row * fits);
    const x = (left + right) / 2 + ((index % fits) - (inRow - 1) / 2) * spacing;
    places[point * 2] = Math.round(x);
    places[point * 2 + 1] = Math.round(top + row * spacing);
  }
}
