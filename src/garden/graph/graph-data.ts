/** The garden's graph in compact form for the browser: indexes instead of ids. */
import type { NoteSummary, SiteRecord } from '../page.ts';
import type { GraphRecord } from '../record-files.ts';
import { tagKey } from '../tag-key.ts';

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
  /** Title and address of each translation, with the index of the note that stands for it. */
  readonly translations?: readonly (readonly [title: string, href: string, note: number])[];
}

/** Content of `/graph/data.json`: the graph with x, y of every written note; they come first in `notes`. */
export interface PlacedGraphData extends GraphData {
  readonly places: readonly number[];
}

/** The written notes, which come first in `points`: how many they are, and the links among them. */
export function writtenPart({ points, links }: LinkedPoints): { count: number; links: number[] } {
  const ghost = points.findIndex(({ kind }) => kind === 'ghost');
  const count = ghost < 0 ? points.length : ghost;
  const isInside = (_: number, index: number) =>
    Math.max(links[index] ?? 0, links[index ^ 1] ?? 0) < count;
  return { count, links: links.filter(isInside) };
}

const kinds = { note: 0, journal: 1, ghost: 2 } as const;

/** The part of the graph record that is needed here. */
export interface GraphLinks {
  readonly notes: readonly {
    readonly id: string;
    readonly links: readonly Pick<GraphRecord['notes'][number]['links'][number], 'to'>[];
  }[];
}

/** The points of the graph, with pairs of their indexes. */
export interface LinkedPoints {
  readonly points: readonly NoteSummary[];
  readonly links: readonly number[];
  /** Places in `links` of pairs that are linked both ways. */
  readonly mutual: readonly number[];
  /** Each translation with the index of the note that stands for it. */
  readonly translations: readonly (readonly [note: NoteSummary, index: number])[];
}

/**
 * Notes, and ghosts that something links to; a link counts once, whichever way it goes. A note and its
 * translations are one.
 */
export function linkedPoints(summaries: readonly NoteSummary[], graph: GraphLinks): LinkedPoints {
  const linked = new Set(graph.notes.flatMap(({ links }) => links.map(({ to }) => to)));
  const isTranslation = ({ translationOf }: NoteSummary) => translationOf !== undefined;
  const points = summaries.filter((note) => {
    return (note.kind !== 'ghost' || linked.has(note.id)) && !isTranslation(note);
  });
  const indexes = new Map(points.map(({ id }, index) => [id, index]));
  const translations = summaries.filter(isTranslation).flatMap((note) => {
    const index = indexes.get(note.translationOf ?? '');
    if (index === undefined) return [];
    indexes.set(note.id, index);
    return [[note, index] as const];
  });
  return { points, translations, ...linksOf(graph, indexes) };
}

/** The graph as a browser draws it. `hrefOf` gives the href of an address below the base. */
export function graphData(
  summaries: readonly NoteSummary[],
  graph: GraphLinks,
  siteTags: SiteRecord['tags'],
  hrefOf: (permalink: string) => string,
): GraphData {
  const { points, links, translations } = linkedPoints(summaries, graph);
  const names = spellings(points);
  const folders = [...new Set(points.map(folderOf))].sort();
  const tagIndexes = new Map(names.map((tag, index) => [tagKey(tag), index]));
  const addresses = new Map(siteTags.map(({ name, permalink }) => [tagKey(name), permalink]));
  const notes = points.map(
    (note) =>
      [
        note.title,
        hrefOf(note.permalink),
        kinds[note.kind],
        note.tags.flatMap((tag) => tagIndexes.get(tagKey(tag)) ?? []),
        folders.indexOf(folderOf(note)),
      ] as const,
  );
  const tags = names.map(
    (name) => [name, hrefOf(addresses.get(tagKey(name)) ?? '/tags/')] as const,
  );
  if (translations.length === 0) return { notes, tags, folders, links };
  const merged = translations.map(([note, index]) => {
    return [note.title, hrefOf(note.permalink), index] as const;
  });
  return { notes, tags, folders, links, translations: merged };
}

/** Every tag once, as the first note spells it. */
function spellings(notes: readonly NoteSummary[]): readonly string[] {
  const found = new Map<string, string>();
  for (const tag of notes.flatMap((note) => note.tags)) {
    if (!found.has(tagKey(tag))) found.set(tagKey(tag), tag);
  }
  return [...found.values()].sort();
}

function folderOf({ ancestors }: NoteSummary): string {
  return ancestors?.[0] ?? '';
}

function linksOf(graph: GraphLinks, indexes: ReadonlyMap<string, number>) {
  const places = new Map<number, number>();
  const links: number[] = [];
  const mutual = new Set<number>();
  for (const note of graph.notes) {
    const from = indexes.get(note.id);
    for (const link of note.links) {
      const to = indexes.get(link.to);
      if (from === undefined || to === undefined || from === to) continue;
      const pair = Math.min(from, to) * indexes.size + Math.max(from, to);
      const place = places.get(pair);
      if (place === undefined) {
        places.set(pair, links.length);
        links.push(from, to);
      } else if (links[place] !== from) mutual.add(place);
    }
  }
  return { links, mutual: [...mutual] };
}
