/** Where the points of a graph stand. d3-force moves them; it draws no random numbers of its own. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';

export interface Layout {
  /** x, y of every point. */
  places(): Float32Array<ArrayBuffer>;
  /** Moves everything one step; false when it has come to rest. */
  step(): boolean;
}

/** A layout of `degrees.length` points joined by pairs of indexes: the same graph, the same places. */
export function layOut(links: Uint32Array, degrees: Uint32Array): Layout {
  const points: SimulationNodeDatum[] = Array.from(degrees, () => ({}));
  const pairs = Array.from({ length: links.length / 2 }, (_, index) => ({
    source: links[index * 2] ?? 0,
    target: links[index * 2 + 1] ?? 0,
  }));
  const large = degrees.length > 2000;
  const simulation = forceSimulation(points)
    .force('link', forceLink(pairs).distance(50))
    .force(
      'push',
      forceManyBody()
        .strength(-120)
        .theta(large ? 1.3 : 0.9)
        .distanceMax(1200),
    )
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05))
    .alphaDecay(large ? 0.035 : 0.0228)
    .stop();
  // Room for every point costs too much in a crowd.
  if (!large) simulation.force('room', forceCollide(14));
  return {
    places: () => Float32Array.from(points.flatMap(({ x = 0, y = 0 }) => [x, y])),
    step: () => simulation.tick().alpha() > simulation.alphaMin(),
  };
}
