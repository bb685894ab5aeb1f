/** Groups of notes that share a colour, as the legend names them. */
import type { PlacedGraphData } from '../../garden/graph/graph-data.ts';
import { type Graph, kinds } from './model.ts';

export type GroupedBy = 'folder' | 'tag';

/** Indexes of the palette: the largest groups first, then these. */
export const slots = { groups: 6, other: 6, journal: 7, ghost: 8, tag: 9 } as const;

export interface Group {
  readonly slot: number;
  /** A folder's or tag's own name; '' for groups that the interface names. */
  readonly name: string;
  readonly count: number;
}

export interface Grouping {
  /** What the legend shows, in the order of slots; groups without a point are left out. */
  readonly groups: readonly Group[];
  /** The slot of every point. */
  readonly slotOf: Uint8Array;
}

/**
 * Groups the points of a graph. Which groups have a colour of their own is decided over the whole
 * garden, so that a colour means the same whatever is shown.
 */
export function groupsOf(data: PlacedGraphData, graph: Graph, by: GroupedBy): Grouping {
  const nameOf = (source: number) => groupName(data, source, by);
  const sizes = new Map<string, number>();
  for (const [source, [, , kind]] of data.notes.entries()) {
    const name = kind === kinds.note ? nameOf(source) : '';
    if (name !== '') sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const names = [...sizes]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, slots.groups)
    .map(([name]) => name);
  const slotOf = Uint8Array.from(graph.sources, (source, point) => {
    const kind = graph.kinds[point] ?? kinds.note;
    const place = names.indexOf(kind === kinds.note ? nameOf(source) : '');
    return kind === kinds.note ? (place < 0 ? slots.other : place) : slotOfKind(kind);
  });
  const counts = new Uint32Array(slots.tag + 1);
  for (const slot of slotOf) counts[slot] = (counts[slot] ?? 0) + 1;
  const groups = Array.from(counts, (count, slot) => ({ slot, name: names[slot] ?? '', count }));
  return { groups: groups.filter(({ count }) => count > 0), slotOf };
}

/** The outermost folder of a note, or the outermost part of its first tag. */
function groupName({ notes, tags, folders }: PlacedGraphData, source: number, by: GroupedBy) {
  const [, , , noteTags, folder] = notes[source] ?? [];
  if (by === 'folder') return folders[folder ?? -1] ?? '';
  const [tag = ''] = tags[noteTags?.[0] ?? -1] ?? [];
  return tag.split('/')[0] ?? '';
}

function slotOfKind(kind: number): number {
  if (kind === kinds.journal) return slots.journal;
  return kind === kinds.ghost ? slots.ghost : slots.tag;
}
