/** Adjacency lists of a graph in compressed form: a point's neighbours without a search of all links. */

export interface Adjacency {
  /** Number of points. */
  readonly count: number;
  /** Index in `ends` of each point's first neighbour, and at last the length of `ends`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The adjacency of `count` points from their links: pairs of indexes, each pair once. */
export function adjacencyOf(links: ArrayLike<number>, count: number): Adjacency {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < links.length; i += 1) add(starts, (links[i] ?? 0) + 1, 1);
  for (let i = 0; i < count; i += 1) add(starts, i + 1, starts[i] ?? 0);
  const free = starts.slice();
  const ends = new Uint32Array(links.length);
  for (let i = 0; i < links.length; i += 1) {
    const point = links[i] ?? 0;
    ends[free[point] ?? 0] = links[i ^ 1] ?? 0;
    add(free, point, 1);
  }
  return { count, starts, ends };
}

function add(numbers: Uint32Array, index: number, more: number): void {
  numbers[index] = (numbers[index] ?? 0) + more;
}

/** The points one step from `point`. */
export function neighbours({ starts, ends }: Adjacency, point: number): Uint32Array {
  return ends.subarray(starts[point] ?? 0, starts[point + 1] ?? 0);
}

/** How many links end in `point`. */
export function degree({ starts }: Adjacency, point: number): number {
  return (starts[point + 1] ?? 0) - (starts[point] ?? 0);
}

/** The points within `depth` steps of `middle`, the nearest first, `middle` itself before all. */
export function within(adjacency: Adjacency, middle: number, depth: number): ReadonlySet<number> {
  const found = new Set([middle]);
  let edge: readonly number[] = [middle];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    edge = edge.flatMap((point) =>
      [...neighbours(adjacency, point)].filter((end) => !found.has(end)),
    );
    for (const point of edge) found.add(point);
  }
  return found;
}

/** All points, those with most links first. */
export function byDegree(adjacency: Adjacency): readonly number[] {
  return Array.from({ length: adjacency.count }, (_, point) => point).sort(
    (a, b) => degree(adjacency, b) - degree(adjacency, a) || a - b,
  );
}
