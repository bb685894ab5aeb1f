/** The local graphs of all notes, sharded by address: a page fetches one small file. */

import { type Adjacency, adjacencyOf, byDegree, neighbours } from './adjacency.ts';
import type { GraphData } from './graph-data.ts';
import { shardOf } from './shard.ts';

export type NearNote = readonly [title: string, href: string, kind: number, name?: string];

/** A note with its direct neighbours. */
export interface Near {
  /**
   * Title, address, kind, and the name in the drawing where it is not the title; the note itself first,
   * then its neighbours, the best linked first.
   */
  readonly notes: readonly NearNote[];
  /** Pairs of indexes in `notes`. */
  readonly links: readonly number[];
  /** How many neighbours are left out. */
  readonly more: number;
}

/** More are not legible in so small a picture. */
const maxNeighbours = 18;

/**
 * Local graphs by shard, then by address. Ghosts have none: their pages list all their links. `names` are
 * the names of notes in the drawing, by address, where they are not their titles.
 */
export function nearData(
  data: GraphData,
  names: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Readonly<Record<string, Near>>> {
  const adjacency = adjacencyOf(data.links, data.notes.length);
  const rank = new Uint32Array(adjacency.count);
  for (const [place, point] of byDegree(adjacency).entries()) rank[point] = place;
  const shards = new Map<string, Map<string, Near>>();
  const indexes = new Int32Array(adjacency.count).fill(-1);
  const put = (href: string, near: Near) => {
    const key = shardOf(href);
    const shard = shards.get(key) ?? new Map<string, Near>();
    shard.set(href, near);
    shards.set(key, shard);
  };
  for (const [point, [, href, kind]] of data.notes.entries()) {
    if (kind === 2) continue;
    const ends = [...neighbours(adjacency, point)].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
    const shown = [point, ...ends.slice(0, maxNeighbours)];
    const links = linksAmong(shown, adjacency, indexes);
    const notes = shown.map((other) => nearNote(data, names, other));
    put(href, { notes, links, more: ends.length + 1 - shown.length });
  }
  for (const [title, href, index] of data.translations ?? []) {
    const [, shownAs = ''] = data.notes[index] ?? [];
    const near = shards.get(shardOf(shownAs))?.get(shownAs);
    if (near) put(href, { ...near, notes: near.notes.with(0, [title, href, 0]) });
  }
  return new Map([...shards].map(([key, shard]) => [key, Object.fromEntries(shard)]));
}

/**
 * The links among some points, as pairs of their indexes. `indexes` holds -1 for every point, also
 * afterwards: a list that is used again, as a map for each note takes longer than all else.
 */
function linksAmong(
  points: readonly number[],
  adjacency: Adjacency,
  indexes: Int32Array,
): readonly number[] {
  const links: number[] = [];
  for (const [index, point] of points.entries()) indexes[point] = index;
  for (const [index, from] of points.entries()) {
    const ends = neighbours(adjacency, from);
    for (let place = 0; place < ends.length; place += 1) {
      const other = indexes[ends[place] ?? 0] ?? -1;
      if (other > index) links.push(index, other);
    }
  }
  for (const point of points) indexes[point] = -1;
  return links;
}

function nearNote(
  { notes }: GraphData,
  names: ReadonlyMap<string, string>,
  point: number,
): NearNote {
  const [title = '', href = '', kind = 0] = notes[point] ?? [];
  const name = names.get(href);
  return name === undefined || name === title ? [title, href, kind] : [title, href, kind, name];
}
