/** The notes around a note as points and lines, without names: the decoration of its picture. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { compareText } from '../../../garden/diagnostic.ts';
import type { Garden, GardenNote } from '../../../garden/garden.ts';

/** Empty where there is too little to be shown: pictures are identified by what they show. */
export interface NearGraph {
  /** What each point is; 'self' is the note that the picture is of. */
  readonly points: readonly ('self' | 'note' | 'ghost')[];
  /** Pairs of indexes in `points`. */
  readonly lines: readonly (readonly [number, number])[];
}

/** Position of a point of the graph, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A smaller graph is not worth drawing. */
const leastPoints = 4;
/** More than that would be a cloud. */
const mostPoints = 20;
const mostPointsOfSite = 32;

/** The links of a garden, gathered once for all its pictures. */
export class LinksOfNotes {
  readonly #garden: Garden;
  /** What a note links to; what is private is not among it. */
  readonly #targets: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(garden: Garden) {
    this.#garden = garden;
    this.#targets = new Map([...garden.notes].map(([id, note]) => [id, targetsOf(note)]));
  }

  /** A public note with those that it links to or is linked from, and the links among them. */
  near(id: string): NearGraph {
    const others = new Set(this.#targets.get(id));
    for (const { from } of this.#garden.notes.get(id)?.backlinks ?? []) others.add(from);
    others.delete(id);
    return this.#graphOf([id, ...[...others].sort(compareText)].slice(0, mostPoints), id);
  }

  /** The notes of the garden that are linked most. */
  ofSite(): NearGraph {
    const entries = [...this.#garden.notes.values()].sort((a, b) => {
      return b.backlinks.length - a.backlinks.length || compareText(a.id, b.id);
    });
    const ids = entries.slice(0, mostPointsOfSite).map(({ id }) => id);
    return this.#graphOf(ids, null);
  }

  #graphOf(ids: readonly string[], self: string | null): NearGraph {
    if (ids.length < leastPoints) return { points: [], lines: [] };
    const indexes = new Map(ids.map((id, index) => [id, index]));
    const lines = new Map<number, readonly [number, number]>();
    for (const [from, id] of ids.entries()) {
      for (const target of this.#targets.get(id) ?? []) {
        const to = indexes.get(target);
        if (to === undefined || to === from) continue;
        const line = [Math.min(from, to), Math.max(from, to)] as const;
        lines.set(line[0] * ids.length + line[1], line);
      }
    }
    const points = ids.map((id) => {
      if (id === self) return 'self';
      return this.#garden.notes.has(id) ? 'note' : 'ghost';
    });
    return { points, lines: [...lines.values()].sort(([a, b], [c, d]) => a - c || b - d) };
  }
}

function targetsOf({ note, targets }: GardenNote): ReadonlySet<string> {
  const ids = targets.flatMap((target, index) => {
    const isPage = target.kind === 'note' || target.kind === 'ghost';
    return isPage && note.links[index]?.uncounted !== true ? [target.id] : [];
  });
  return new Set(ids);
}

/**
 * Positions of the points after a force simulation, within the radius around 0, 0. The same graph
 * gives the same positions.
 */
export function layOutGraph({ points, lines }: NearGraph, radius: number): Point[] {
  const places: Partial<Point>[] = points.map(() => ({}));
  forceSimulation(places)
    .force('link', forceLink(lines.map(([source, target]) => ({ source, target }))).distance(60))
    .force('push', forceManyBody().strength(-160))
    .force('room', forceCollide(16))
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.06))
    .alphaDecay(0.1)
    .stop()
    .tick(65);
  return centred(places, radius);
}

/** The positions around 0, 0, scaled up to the radius, but not beyond a factor for a few points. */
function centred(places: readonly Partial<Point>[], radius: number): Point[] {
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const middleX = middle(places.map(({ x = 0 }) => x));
  const middleY = middle(places.map(({ y = 0 }) => y));
  const moved = places.map(({ x = 0, y = 0 }) => ({ x: x - middleX, y: y - middleY }));
  const far = Math.max(1, ...moved.map(({ x, y }) => Math.hypot(x, y)));
  const scale = Math.min(2.2, radius / far);
  return moved.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
}
