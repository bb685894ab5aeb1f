/** The local graphs of all notes, sharded by address: a page fetches one small file. */

import { adjacencyOf, byDegree, neighbours } from './adjacency.ts';
import type { GraphData } from './graph-data.ts';
import { shardOf } from './shard.ts';

/** A note with its direct neighbours. */
export interface Near {
  /** Title, address and kind; the note itself first, then its neighbours, the best linked first. */
  readonly notes: readonly (readonly [string, string, number])[];
  /** Pairs of indexes in `notes`. */
  readonly links: readonly number[];
  /** How many neighbours are left out. */
  readonly more: number;
}

/** More are not legible in so small a picture. */
const maxNeighbours = 18;

/** Local graphs by shard, then by address. Ghosts have none: their pages list all their links. */
export function nearData(data: GraphData): ReadonlyMap<string, Readonly<Record<string, Near>>> {
  const adjacency = adjacencyOf(data.links, data.notes.length);
  const rank = new Uint32Array(adjacency.count);
  for (const [place, point] of byDegree(adjacency).entries()) rank[point] = place;
  const shards = new Map<string, Map<string, Near>>();
  for (const [point, [, href, kind]] of data.notes.entries()) {
    if (kind === 2) continue;
    const ends = [...neighbours(adjacency, point)].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
    const shown = [point, ...ends.slice(0, maxNeighbours)];
    const indexes = new Map(shown.map((other, index) => [other, index]));
    const links = shown.flatMap((from, index) =>
      [...neighbours(adjacency, from)].flatMap((to) => {
        const other = indexes.get(to) ?? -1;
        return other > index ? [index, other] : [];
      }),
    );
    const shard = shards.get(shardOf(href)) ?? new Map<string, Near>();
    shard.set(href, {
      notes: shown.map((other) => nameOf(data, other)),
      links,
      more: ends.length + 1 - shown.length,
    });
    shards.set(shardOf(href), shard);
  }
  return new Map([...shards].map(([key, shard]) => [key, Object.fromEntries(shard)]));
}

function nameOf({ notes }: GraphData, point: number): readonly [string, string, number] {
  const [title = '', href = '', kind = 0] = notes[point] ?? [];
  return [title, href, kind];
}
