/** The garden as points and lines, small enough to send: numbers instead of ids. */
import { withBase } from './address.ts';
import type { NoteSummary } from './garden/page.ts';
import type { readGraph } from './records.ts';

export interface GraphData {
  /** Title, address, kind (0 note, 1 journal, 2 ghost), indexes in `tags`. */
  readonly notes: readonly (readonly [string, string, number, readonly number[]])[];
  readonly tags: readonly string[];
  /** Pairs of indexes in `notes`: from, to, from, to … each pair of notes once. */
  readonly links: readonly number[];
}

const kinds = { note: 0, journal: 1, ghost: 2 } as const;

/** Notes, and ghosts that something links to; a link counts once, whichever way it goes. */
export function graphData(
  summaries: readonly NoteSummary[],
  graph: ReturnType<typeof readGraph>,
): GraphData {
  const linked = new Set(graph.notes.flatMap(({ links }) => links.map(({ to }) => to)));
  const shown = summaries.filter(({ id, kind }) => kind !== 'ghost' || linked.has(id));
  const indexes = new Map(shown.map(({ id }, index) => [id, index]));
  const tags = [...new Set(shown.flatMap((note) => note.tags))].sort();
  const tagIndexes = new Map(tags.map((tag, index) => [tag, index]));
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
  const notes = shown.map(
    (note) =>
      [
        note.title,
        withBase(note.permalink),
        kinds[note.kind],
        note.tags.flatMap((tag) => tagIndexes.get(tag) ?? []),
      ] as const,
  );
  return { notes, tags, links };
}
