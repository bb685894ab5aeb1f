/** A row of a query's answer: a note, or a block of one. */
import type { Garden, GardenNote, Target } from '../../garden.ts';
import type { Block } from '../../note.ts';

export interface QueryRow {
  /** Id of the note. */
  readonly id: string;
  /** Index in the note's `blocks`, or null when the row is the whole note. */
  readonly block: number | null;
  /** Value of the query's `group` for this row; '' when the query does not group. */
  readonly group: string;
}

/** A row while it is filtered and sorted, with the note and block it refers to. */
export interface Candidate {
  readonly entry: GardenNote;
  readonly index: number | null;
  readonly block: Block | null;
}

/** All notes, or all blocks of all notes, in order of id. */
export function candidatesOf(garden: Garden, of: 'notes' | 'blocks'): Candidate[] {
  const entries = [...garden.notes.values()];
  if (of === 'notes') return entries.map((entry) => ({ entry, index: null, block: null }));
  return entries.flatMap((entry) =>
    entry.note.blocks.map((block, index) => ({ entry, index, block })),
  );
}

/** The block and its ancestors, innermost first. */
export function blocksAround({ entry, block }: Candidate): Block[] {
  const around: Block[] = [];
  const seen = new Set<Block>();
  for (
    let each = block ?? undefined;
    each && !seen.has(each);
    each = entry.note.blocks[each.parent]
  ) {
    seen.add(each);
    around.push(each);
  }
  return around;
}

/**
 * Targets of the row's references: for a block those of itself and its ancestors (Logseq's path-refs),
 * for a note all of them. Uncounted references are left out.
 */
export function targetsOf(candidate: Candidate): readonly Target[] {
  const { note, targets } = candidate.entry;
  const links =
    candidate.block === null
      ? targets.keys()
      : blocksAround(candidate).flatMap((block) => block.links);
  return [...links].flatMap((link) => (note.links[link]?.uncounted ? [] : (targets[link] ?? [])));
}
