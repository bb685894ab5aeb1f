/** Coarsens a graph: linked points are merged, so that the shape remains. */
import { adjacencyOf, byDegree, degree, neighbours } from './adjacency.ts';

/** A graph of points numbered below `count`; `links` holds pairs of numbers. */
export interface PointGraph {
  readonly count: number;
  readonly links: Uint32Array;
}

export interface Coarse {
  readonly graph: PointGraph;
  /** For each point of the finer graph the point it was merged into. */
  readonly part: Uint32Array;
}

/**
 * Merges every point with a neighbour, those with the fewest links first: leaves go to their hub, and
 * hubs stay separate. About half of the points remain.
 */
export function coarsen(graph: PointGraph): Coarse {
  const adjacency = adjacencyOf(graph.links, graph.count);
  const part = new Int32Array(graph.count).fill(-1);
  let count = 0;
  for (const point of byDegree(adjacency).toReversed()) {
    if (part[point] !== -1) continue;
    const lightest = (wanted: (end: number) => boolean) =>
      neighbours(adjacency, point).reduce(
        (best, end) =>
          wanted(end) && (best < 0 || degree(adjacency, end) < degree(adjacency, best))
            ? end
            : best,
        -1,
      );
    const free = lightest((end) => part[end] === -1 && end !== point);
    const taken = free < 0 ? lightest((end) => part[end] !== -1) : -1;
    part[point] = taken < 0 ? count : (part[taken] ?? count);
    if (free >= 0) part[free] = count;
    if (taken < 0) count += 1;
  }
  const parts = Uint32Array.from(part);
  return { graph: { count, links: linksBetween(parts, graph.links, count) }, part: parts };
}

/** The links between different parts, each pair of parts once. */
function linksBetween(part: Uint32Array, links: Uint32Array, count: number): Uint32Array {
  const seen = new Set<number>();
  const kept: number[] = [];
  for (let i = 0; i < links.length; i += 2) {
    const from = part[links[i] ?? 0] ?? 0;
    const to = part[links[i + 1] ?? 0] ?? 0;
    const pair = Math.min(from, to) * count + Math.max(from, to);
    if (from === to || seen.has(pair)) continue;
    seen.add(pair);
    kept.push(from, to);
  }
  return Uint32Array.from(kept);
}
