/** The local graph of each note: the notes that it is linked with, by kind. */

import { type NearKind, type NearNote, type NearNotes, nearKinds } from '../near-note.ts';
import type { NoteSummary } from '../page.ts';
import { type Adjacency, adjacencyOf, byDegree } from './adjacency.ts';
import type { LinkedPoints } from './graph-data.ts';
import { nearName } from './near-name.ts';

/** More of one kind would push the others out of sight. */
const maxNotes = 6;

/**
 * By note id: what it is linked with, the best linked first. A note and its translations have the same
 * neighbours; ghosts have none, since their pages list all their links.
 */
export function nearNotes(linked: LinkedPoints): ReadonlyMap<string, NearNotes> {
  const { points, links, translations } = linked;
  const shown = points.map(nearNote);
  const kinds = linksByKind(linked);
  const rank = ranksOf(adjacencyOf(links, points.length));
  const near = new Map<string, NearNotes>();
  for (const [point, note] of points.entries()) {
    if (note.kind === 'ghost') continue;
    const sorted = nearKinds.map((kind) => {
      const ends = kinds[kind].get(point) ?? [];
      return [kind, ends.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))] as const;
    });
    near.set(note.id, nearOf(sorted, shown));
  }
  for (const [{ id }, index] of translations) {
    const own = near.get(points[index]?.id ?? '');
    if (own) near.set(id, own);
  }
  return near;
}

function nearOf(
  kinds: readonly (readonly [NearKind, readonly number[]])[],
  shown: readonly NearNote[],
): NearNotes {
  const groups = kinds.flatMap(([kind, ends]) => {
    if (ends.length === 0) return [];
    return [[kind, ends.slice(0, maxNotes).flatMap((end) => shown[end] ?? [])] as const];
  });
  const more = kinds.flatMap(([kind, ends]) => {
    return ends.length <= maxNotes ? [] : [[kind, ends.length - maxNotes] as const];
  });
  const near = { groups: Object.fromEntries(groups) };
  return more.length === 0 ? near : { ...near, more: Object.fromEntries(more) };
}

function nearNote(note: NoteSummary): NearNote {
  const { title, permalink, lang, kind } = note;
  const name = nearName(note);
  const ghost = kind === 'ghost' ? { isGhost: true as const } : {};
  return { title, permalink, lang, ...ghost, ...(name === title ? {} : { name }) };
}

/** By kind and point: the points at the other ends of its links. */
function linksByKind({ links, mutual }: LinkedPoints): Record<NearKind, Map<number, number[]>> {
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
