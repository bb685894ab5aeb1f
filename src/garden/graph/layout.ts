/**
 * Where the points of a graph stand. The graph is made smaller again and again, the smallest is laid
 * out whole, and each larger one starts from the places of the one before: the shape is right from the
 * first step, and few steps are left for the many points. d3-force moves them; nothing here is random.
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
import { coarsen, type Web } from './coarsen.ts';

interface Point extends SimulationNodeDatum {
  x: number;
  y: number;
}

interface Effort {
  readonly steps: number;
  /** How hot the layout starts: 1 from nothing, less where the places are nearly right. */
  readonly heat: number;
  /** How much room every point gets. */
  readonly room: number;
}

/** A graph of so few points is laid out from nothing. */
const few = 300;
/** Room for every point costs too much in a crowd, where nobody would see it. */
const crowd = 3000;
/** The golden angle: places that turn by it never fall on one another. */
const turn = Math.PI * (3 - Math.sqrt(5));

/**
 * x and y of every point: linked points stand together, points without a link on circles around all
 * others. The same graph gives the same places, rounded to whole numbers.
 */
export function layOut({ links, count }: Web): Float32Array<ArrayBuffer> {
  const linked = [...new Set(links)].sort((a, b) => a - b);
  const places = new Map(linked.map((point, place) => [point, place]));
  const inner = Uint32Array.from(links, (point) => places.get(point) ?? 0);
  const points = relaxed({ links: inner, count: linked.length });
  const all = new Float32Array(count * 2);
  let reach = 0;
  for (const [place, { x, y }] of points.entries()) {
    all.set([Math.round(x), Math.round(y)], (linked[place] ?? 0) * 2);
    reach = Math.max(reach, Math.hypot(x, y));
  }
  const lone = Array.from({ length: count }, (_, point) => point).filter(
    (point) => !places.has(point),
  );
  encircle(all, lone, reach);
  return all;
}

function relaxed(web: Web): readonly Point[] {
  const smaller = web.count > few ? coarsen(web) : null;
  if (!smaller || smaller.web.count > web.count * 0.95) {
    const points = Array.from({ length: web.count }, (_, index) => around(0, 0, index, 8));
    return relax(points, web.links, { steps: 300, heat: 1, room: 16 });
  }
  const before = relaxed(smaller.web);
  const growth = Math.sqrt(web.count / smaller.web.count);
  const points = Array.from(smaller.part, (part, index) => {
    const { x = 0, y = 0 } = before[part] ?? {};
    return around(x * growth, y * growth, index, 1);
  });
  const many = web.count > crowd;
  return relax(points, web.links, { steps: many ? 25 : 60, heat: 0.3, room: many ? 0 : 14 });
}

/** A point near a place, each index to another side of it. */
function around(x: number, y: number, index: number, wide: number): Point {
  const away = 10 + wide * Math.sqrt(index % 1000);
  return { x: x + away * Math.cos(index * turn), y: y + away * Math.sin(index * turn) };
}

function relax(points: Point[], links: Uint32Array, { steps, heat, room }: Effort) {
  const pairs = Array.from({ length: links.length / 2 }, (_, index) => ({
    source: links[index * 2] ?? 0,
    target: links[index * 2 + 1] ?? 0,
  }));
  const simulation = forceSimulation(points)
    .force('link', forceLink(pairs).distance(50))
    .force('push', forceManyBody().strength(-120).theta(1.1))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05))
    .alpha(heat)
    .alphaDecay(1 - (0.01 / heat) ** (1 / steps))
    .stop();
  if (room > 0) simulation.force('room', forceCollide(room));
  simulation.tick(steps);
  return points;
}

/** Puts the points without a link on circles, the first just outside of `reach`. */
function encircle(places: Float32Array, lone: readonly number[], reach: number): void {
  const apart = 26;
  let radius = reach === 0 ? 0 : reach + 2 * apart;
  let placed = 0;
  while (placed < lone.length) {
    const fits = Math.max(1, Math.floor((2 * Math.PI * radius) / apart));
    const row = lone.slice(placed, placed + fits);
    for (const [index, point] of row.entries()) {
      const angle = (2 * Math.PI * index) / row.length - Math.PI / 2;
      places[point * 2] = Math.round(radius * Math.cos(angle));
      places[point * 2 + 1] = Math.round(radius * Math.sin(angle));
    }
    placed += row.length;
    radius += apart;
  }
}
