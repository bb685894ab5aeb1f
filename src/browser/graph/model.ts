/** The part of the graph that is shown. */

import { type Adjacency, adjacencyOf, within } from '../../garden/graph/adjacency.ts';
import type { PlacedGraphData } from '../../garden/graph/graph-data.ts';

/** What a point is. */
export const kinds = { note: 0, journal: 1, ghost: 2, tag: 3 } as const;

/** A graph ready to draw: dense indexes, links as pairs. */
export interface Graph {
  readonly titles: readonly string[];
  readonly hrefs: readonly string[];
  readonly kinds: readonly number[];
  /** For each point its index in the data's notes; beyond them, its tag. */
  readonly sources: readonly number[];
  readonly links: Uint32Array;
  readonly adjacency: Adjacency;
  /** x, y of every point; null if it must be laid out first. */
  readonly places: Float32Array<ArrayBuffer> | null;
}

export interface Filter {
  /** Index in `tags`, or -1 for all notes. */
  readonly tag: number;
  /** Index of the note in the middle, or -1. */
  readonly middle: number;
  /** How many links from the middle are shown; Infinity for all. */
  readonly depth: number;
  /** Whether ghosts are shown. */
  readonly ghosts: boolean;
  /** Whether tags are points, too. */
  readonly tags: boolean;
  /** Only notes without a link. */
  readonly lone: boolean;
}

export const everything: Filter = {
  tag: -1,
  middle: -1,
  depth: Number.POSITIVE_INFINITY,
  ghosts: false,
  tags: false,
  lone: false,
};

/** The notes that pass the filter, with the links between them. */
export function graphOf(data: PlacedGraphData, filter: Filter): Graph {
  const kept = chosen(data, filter);
  const notes = new Map(kept.map((source, point) => [source, point]));
  const tags = filter.tags ? tagsOf(data, kept) : new Map<number, number>();
  const links = [...linksAmong(data, notes), ...(filter.tags ? tagLinks(data, kept, tags) : [])];
  const sources = [...kept, ...[...tags.keys()].map((tag) => data.notes.length + tag)];
  const labels = sources.map((source) => labelOf(data, source));
  return {
    titles: labels.map(([title]) => title),
    hrefs: labels.map(([, href]) => href),
    kinds: labels.map(([, , kind]) => kind),
    sources,
    links: Uint32Array.from(links),
    adjacency: adjacencyOf(links, sources.length),
    places: isWhole(filter, data) ? placesOf(data, kept) : null,
  };
}

/** Whether all written notes are shown, at the positions that the build computed. */
function isWhole(
  { tag, middle, depth, ghosts, tags, lone }: Filter,
  data: PlacedGraphData,
): boolean {
  const isNear = middle >= 0 && depth !== Number.POSITIVE_INFINITY;
  const hasGhosts = ghosts || data.notes[middle]?.[2] === kinds.ghost;
  return tag < 0 && !isNear && !hasGhosts && !tags && !lone;
}

function placesOf(data: PlacedGraphData, kept: readonly number[]): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    kept.flatMap((source) => [data.places[source * 2] ?? 0, data.places[source * 2 + 1] ?? 0]),
  );
}

function chosen(data: PlacedGraphData, filter: Filter): readonly number[] {
  const { tag, middle, depth, ghosts, lone } = filter;
  const adjacency = adjacencyOf(data.links, data.notes.length);
  const isNear = middle >= 0 && depth !== Number.POSITIVE_INFINITY;
  const reach = isNear ? within(adjacency, middle, depth) : null;
  const wanted = tagsBelow(data, tag);
  return data.notes.flatMap(([, , kind, tags], index) => {
    if (index === middle) return [index];
    const isHidden =
      (reach !== null && !reach.has(index)) ||
      (tag >= 0 && !tags.some((other) => wanted.has(other))) ||
      (!ghosts && kind === kinds.ghost) ||
      (lone && adjacency.starts[index] !== adjacency.starts[index + 1]);
    return isHidden ? [] : [index];
  });
}

/** A tag and its child tags. */
function tagsBelow({ tags }: PlacedGraphData, tag: number): ReadonlySet<number> {
  const [name = ''] = tags[tag] ?? [];
  const above = `${name.toLowerCase()}/`;
  return new Set(
    tags.flatMap(([other], index) =>
      index === tag || other.toLowerCase().startsWith(above) ? [index] : [],
    ),
  );
}

function linksAmong(
  { links }: PlacedGraphData,
  points: ReadonlyMap<number, number>,
): readonly number[] {
  const kept: number[] = [];
  for (let i = 0; i < links.length; i += 2) {
    const from = points.get(links[i] ?? -1);
    const to = points.get(links[i + 1] ?? -1);
    if (from !== undefined && to !== undefined) kept.push(from, to);
  }
  return kept;
}

/** The tags of the notes, each with its point. */
function tagsOf(data: PlacedGraphData, kept: readonly number[]): ReadonlyMap<number, number> {
  const tags = new Set(kept.flatMap((source) => data.notes[source]?.[3] ?? []));
  return new Map([...tags].map((tag, index) => [tag, kept.length + index]));
}

function tagLinks(
  data: PlacedGraphData,
  kept: readonly number[],
  points: ReadonlyMap<number, number>,
): readonly number[] {
  return kept.flatMap((source, point) =>
    [...new Set(data.notes[source]?.[3])].flatMap((tag) => [point, points.get(tag) ?? point]),
  );
}

function labelOf(
  { notes, tags }: PlacedGraphData,
  source: number,
): readonly [string, string, number] {
  const [title = '', href = '', kind = kinds.note] = notes[source] ?? [];
  const [name = '', address = ''] = tags[source - notes.length] ?? [];
  return source < notes.length ? [title, href, kind] : [`#${name}`, address, kinds.tag];
}
