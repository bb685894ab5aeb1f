/** What the painters draw of a graph, as numbers. */

import { degree } from '../../garden/graph/adjacency.ts';
import type { Camera, Size } from './camera.ts';
import { radiusOf } from './camera.ts';
import type { Colours } from './colours.ts';
import type { Graph } from './model.ts';

export interface Scene {
  readonly places: Float32Array;
  /** Pairs of points, short lines first: if there are too many, long ones are left out. */
  readonly links: Uint32Array;
  readonly radii: Float32Array;
  readonly slotOf: Uint8Array;
}

/** One picture of a scene. */
export interface Frame {
  readonly camera: Camera;
  readonly size: Size;
  /** How many device pixels make a CSS pixel. */
  readonly ratio: number;
  readonly colours: Colours;
  /** Whether points that are not highlighted are dimmed. */
  readonly isQuiet: boolean;
}

/** Paints points and lines. */
export interface GroundPainter {
  /** Called when a better picture has come, and `paint` should be called again. */
  arrived?: () => void;
  load(scene: Scene): void;
  /** Sets for each point whether it is highlighted: 1 or 0. */
  mark(marks: Uint8Array): void;
  /** Whether there is something to see: a picture from a worker comes later. */
  paint(frame: Frame): boolean;
}

/** The scene of a graph with its points at `places`. */
export function sceneOf(graph: Graph, places: Float32Array, slotOf: Uint8Array): Scene {
  const radii = Float32Array.from(graph.sources, (_, point) =>
    radiusOf(degree(graph.adjacency, point)),
  );
  return { places, links: byLength(graph.links, places), radii, slotOf };
}

function byLength(links: Uint32Array, places: Float32Array): Uint32Array {
  const lengths = Float32Array.from({ length: links.length / 2 }, (_, index) => {
    const [from, to] = [(links[index * 2] ?? 0) * 2, (links[index * 2 + 1] ?? 0) * 2];
    const dx = (places[from] ?? 0) - (places[to] ?? 0);
    const dy = (places[from + 1] ?? 0) - (places[to + 1] ?? 0);
    return dx * dx + dy * dy;
  });
  const order = Uint32Array.from(lengths, (_, index) => index).sort(
    (a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0),
  );
  const sorted = new Uint32Array(links.length);
  for (const [place, index] of order.entries()) {
    sorted[place * 2] = links[index * 2] ?? 0;
    sorted[place * 2 + 1] = links[index * 2 + 1] ?? 0;
  }
  return sorted;
}

/** Fewer lines are never left out. */
const minLines = 12_000;

/** How many of the lines are drawn: fewer, the smaller the scale. */
export function linesShown(links: Uint32Array, { scale }: Camera): number {
  const all = links.length / 2;
  return Math.min(all, Math.max(minLines, Math.round(all * scale * 2)));
}

/** Opacity of lines: the more of them, the fainter. */
export function lineStrength(links: Uint32Array, isQuiet: boolean): number {
  const strength = Math.max(0.12, Math.min(0.42, 16 / Math.sqrt(links.length / 2 + 1)));
  return isQuiet ? strength * 0.35 : strength;
}
