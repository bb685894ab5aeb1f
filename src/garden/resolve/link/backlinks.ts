/** Links seen from where they lead. */
import { compareText } from '../../diagnostic.ts';
import type { Backlink, Target } from '../../garden.ts';
import type { PublicNote } from '../lookup/known-note.ts';

/** A published note that knows where its links lead. */
export interface LinkedNote extends PublicNote {
  /** Parallel to the note's links. */
  readonly targets: readonly Target[];
}

/** Backlinks by id of note or ghost, sorted by source, then position. A note's links to itself do not count, nor do those that its program does not count. */
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
