/** The graph in the browser: what is shown of it, and who is next to whom. */
import type { GraphData } from '../../graph-data.ts';

/** A graph ready to lay out: dense indexes, links as pairs. */
export interface Graph {
  readonly titles: readonly string[];
  readonly hrefs: readonly string[];
  readonly kinds: readonly number[];
  readonly links: Uint32Array;
  readonly degrees: Uint32Array;
}

export interface Filter {
  /** Index in `tags`, or -1 for all notes. */
  readonly tag: number;
  /** Index of the note in the middle, or -1. */
  readonly middle: number;
  /** How many steps from the middle are shown; Infinity for all. */
  readonly depth: number;
}

/** Indexes of the notes within `depth` steps of `middle`. */
export function within(
  links: readonly number[],
  middle: number,
  depth: number,
): ReadonlySet<number> {
  const near = new Map<number, number[]>();
  for (let i = 0; i < links.length; i += 2) {
    const [from, to] = [links[i] ?? 0, links[i + 1] ?? 0];
    near.set(from, [...(near.get(from) ?? []), to]);
    near.set(to, [...(near.get(to) ?? []), from]);
  }
  const found = new Set([middle]);
  let edge = [middle];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    edge = edge.flatMap((index) => near.get(index) ?? []).filter((index) => !found.has(index));
    for (const index of edge) found.add(index);
  }
  return found;
}

function chosen(data: GraphData, { tag, middle, depth }: Filter): readonly number[] {
  const reach =
    middle >= 0 && depth !== Number.POSITIVE_INFINITY ? within(data.links, middle, depth) : null;
  return data.notes.flatMap(([, , , tags], index) => {
    const isNear = reach?.has(index) ?? true;
    return isNear && (tag < 0 || index === middle || tags.includes(tag)) ? [index] : [];
  });
}

/** The part of the garden that the filter lets through, with the links inside it. */
export function graphOf(data: GraphData, filter: Filter): Graph {
  const kept = chosen(data, filter);
  const places = new Map(kept.map((index, place) => [index, place]));
  const links: number[] = [];
  for (let i = 0; i < data.links.length; i += 2) {
    const from = places.get(data.links[i] ?? -1);
    const to = places.get(data.links[i + 1] ?? -1);
    if (from !== undefined && to !== undefined) links.push(from, to);
  }
  const degrees = new Uint32Array(kept.length);
  for (const end of links) degrees[end] = (degrees[end] ?? 0) + 1;
  const notes = kept.map((index) => data.notes[index]);
  return {
    titles: notes.map((note) => note?.[0] ?? ''),
    hrefs: notes.map((note) => note?.[1] ?? ''),
    kinds: notes.map((note) => note?.[2] ?? 0),
    links: Uint32Array.from(links),
    degrees,
  };
}

/** Indexes of the notes one step from `index`. */
export function neighbours(graph: Graph, index: number): readonly number[] {
  const found = new Set<number>();
  for (let i = 0; i < graph.links.length; i += 2) {
    if (graph.links[i] === index) found.add(graph.links[i + 1] ?? 0);
    if (graph.links[i + 1] === index) found.add(graph.links[i] ?? 0);
  }
  return [...found];
}
