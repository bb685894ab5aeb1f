/** Links grouped by their target. */
import { compareText } from '../../diagnostic.ts';
import type { Backlink, Target } from '../../garden.ts';
import type { PublicNote } from '../lookup/known-note.ts';

/** A published note with its resolved links. */
export interface LinkedNote extends PublicNote {
  /** Parallel to the note's links. */
  readonly targets: readonly Target[];
}

/**
 * Backlinks by id of note or ghost, sorted by source, then position, without a note's links to itself
 * and those that its program does not count.
 */
export function collectBacklinks(
  notes: readonly LinkedNote[],
): ReadonlyMap<string, readonly Backlink[]> {
  const backlinks = new Map<string, Backlink[]>();
  for (const { id: from, note, targets } of notes.toSorted((a, b) => compareText(a.id, b.id))) {
    const own = targets.flatMap((target, index) => {
      const link = note.links[index];
      if (!link || link.uncounted || !('id' in target) || target.id === from) return [];
      return [{ target, link }];
    });
    own.sort((a, b) => a.link.line - b.link.line || a.link.column - b.link.column);
    for (const { target, link } of own) {
      const fragment = target.kind === 'note' ? target.fragment : '';
      const known = backlinks.get(target.id);
      if (known) known.push({ from, link, fragment });
      else backlinks.set(target.id, [{ from, link, fragment }]);
    }
  }
  return backlinks;
}
