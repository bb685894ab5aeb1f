/** The garden as points and lines, small enough to send: numbers instead of ids. */
import { withBase } from './address.ts';
import type { NoteSummary, SiteRecord } from './garden/page.ts';
import { keyOfTag } from './lists.ts';
import type { readGraph } from './records.ts';

/** Title, address, kind (0 note, 1 journal, 2 ghost), indexes in `tags`, index in `folders`. */
export type GraphNote = readonly [string, string, number, readonly number[], number];

export interface GraphData {
  readonly notes: readonly GraphNote[];
  /** Name and address. */
  readonly tags: readonly (readonly [string, string])[];
  /** The outermost folders and namespaces; '' for notes in none. */
  readonly folders: readonly string[];
  /** Pairs of indexes in `notes`: from, to, from, to … each pair of notes once. */
  readonly links: readonly number[];
}

/** What `/graph/data.json` holds: the garden with x, y of every note. */
export interface PlacedGraphData extends GraphData {
  readonly places: readonly number[];
}

const kinds = { note: 0, journal: 1, ghost: 2 } as const;

/** Notes, and ghosts that something links to; a link counts once, whichever way it goes. */
export function graphData(
  summaries: readonly NoteSummary[],
  graph: ReturnType<typeof readGraph>,
  siteTags: SiteRecord['tags'],
): GraphData {
  const linked = new Set(graph.notes.flatMap(({ links }) => links.map(({ to }) => to)));
  const shown = summaries.filter(({ id, kind }) => kind !== 'ghost' || linked.has(id));
  const names = spellings(shown);
  const folders = [...new Set(shown.map(folderOf))].sort();
  const tagIndexes = new Map(names.map((tag, index) => [keyOfTag(tag), index]));
  const addresses = new Map(siteTags.map(({ name, permalink }) => [keyOfTag(name), permalink]));
  const notes = shown.map(
    (note) =>
      [
        note.title,
        withBase(note.permalink),
        kinds[note.kind],
        note.tags.flatMap((tag) => tagIndexes.get(keyOfTag(tag)) ?? []),
        folders.indexOf(folderOf(note)),
      ] as const,
  );
  const tags = names.map(
    (name) => [name, withBase(addresses.get(keyOfTag(name)) ?? '/tags/')] as const,
  );
  const indexes = new Map(shown.map(({ id }, index) => [id, index]));
  return { notes, tags, folders, links: linksOf(graph, indexes) };
}

/** Every tag once, as the first note spells it. */
function spellings(notes: readonly NoteSummary[]): readonly string[] {
  const found = new Map<string, string>();
  for (const tag of notes.flatMap((note) => note.tags)) {
    if (!found.has(keyOfTag(tag))) found.set(keyOfTag(tag), tag);
  }
  return [...found.values()].sort();
}

function folderOf({ ancestors }: NoteSummary): string {
  return ancestors?.[0] ?? '';
}

function linksOf(
  graph: ReturnType<typeof readGraph>,
  indexes: ReadonlyMap<string, number>,
): readonly number[] {
  const pairs = new Set<string>();
  const links: number[] = [];
  for (const note of graph.notes) {
    const from = indexes.get(note.id);
    for (const link of note.links) {
      const to = indexes.get(link.to);
      if (from === undefined || to === undefined || from === to) continue;
      const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
      if (!pairs.has(pair)) links.push(from, to);
      pairs.add(pair);
    }
  }
  return links;
}
