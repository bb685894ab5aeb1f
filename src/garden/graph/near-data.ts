/**
 * The local graphs of all notes, sharded by address: a page fetches one small file. What a note is linked
 * with, by kind.
 */

import { type Adjacency, adjacencyOf, byDegree } from './adjacency.ts';
import type { GraphData } from './graph-data.ts';
import { shardOf } from './shard.ts';

/** Kinds of links, in the order in which they are shown. */
export const nearKinds = ['both', 'out', 'in'] as const;
export type NearKind = (typeof nearKinds)[number];

/** `name`: in the drawing, where it is not the title. */
export type NearNote = readonly [title: string, href: string, kind: number, name?: string];

/** The notes that a note is linked with, each in the group of its kind, the best linked first. */
export interface Near {
  readonly groups: Readonly<Partial<Record<NearKind, readonly NearNote[]>>>;
  /** How many are left out of each group. */
  readonly more?: Readonly<Partial<Record<NearKind, number>>>;
}

/** More of one kind would push the others out of sight. */
const maxNotes = 6;

/**
 * Local graphs by shard, then by address. Ghosts have none: their pages list all their links. `names` are
 * the names of notes in the drawing, by address, where they are not their titles.
 */
export function nearData(
  data: GraphData,
  names: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Readonly<Record<string, Near>>> {
  const kinds = linksByKind(data);
  const rank = ranksOf(adjacencyOf(data.links, data.notes.length));
  const shards = new Map<string, Map<string, Near>>();
  const put = (href: string, near: Near) => {
    const key = shardOf(href);
    const shard = shards.get(key) ?? new Map<string, Near>();
    shard.set(href, near);
    shards.set(key, shard);
  };
  for (const [point, [, href, kind]] of data.notes.entries()) {
    if (kind === 2) continue;
    const sorted = nearKinds.map((kind) => {
      const ends = kinds[kind].get(point) ?? [];
      return [kind, ends.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))] as const;
    });
    put(
      href,
      nearOf(sorted, (end) => nearNote(data, names, end)),
    );
  }
  for (const [, href, index] of data.translations ?? []) {
    const [, shownAs = ''] = data.notes[index] ?? [];
    const near = shards.get(shardOf(shownAs))?.get(shownAs);
    if (near) put(href, near);
  }
  return new Map([...shards].map(([key, shard]) => [key, Object.fromEntries(shard)]));
}

function nearOf(
  kinds: readonly (readonly [NearKind, readonly number[]])[],
  noteOf: (point: number) => NearNote,
): Near {
  const groups = kinds.flatMap(([kind, ends]) => {
    return ends.length === 0 ? [] : [[kind, ends.slice(0, maxNotes).map(noteOf)] as const];
  });
  const more = kinds.flatMap(([kind, ends]) => {
    return ends.length <= maxNotes ? [] : [[kind, ends.length - maxNotes] as const];
  });
  const near = { groups: Object.fromEntries(groups) };
  return more.length === 0 ? near : { ...near, more: Object.fromEntries(more) };
}

/** By kind and point: the points at the other ends of its links. */
function linksByKind({ links, mutual = [] }: GraphData): Record<NearKind, Map<number, number[]>> {
  const kinds = { both: new Map(), out: new Map(), in: new Map() };
  const add = (kind: NearKind, point: number, end: number) => {
    const known: number[] | undefined = kinds[kind].get(point);
    if (known) known.push(end);
    else kinds[kind].set(point, [end]);
  };
  const bothWays = new Set(mutual);
  for (let place = 0; place < links.length; place += 2) {
    const [from = 0, to = 0] = [links[place], links[place + 1]];
    const isMutual = bothWays.has(place);
    add(isMutual ? 'both' : 'out', from, to);
    add(isMutual ? 'both' : 'in', to, from);
  }
  return kinds;
}

/** By point: its place among all, the best linked first. */
function ranksOf(adjacency: Adjacency): Uint32Array {
  const rank = new Uint32Array(adjacency.count);
  for (const [place, point] of byDegree(adjacency).entries()) rank[point] = place;
  return rank;
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
