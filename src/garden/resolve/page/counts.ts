/** The counts of the import's report. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { GardenCounts } from '../../garden.ts';
import type { LinkedNote } from '../link/backlinks.ts';
import type { Publishing } from '../publishing/publishing.ts';

/**
 * Counts over published notes. Links are all references except tags and uncounted ones. Embeds are
 * among them, and so are links to private notes, which count neither as resolved nor as unresolved.
 * Ambiguous links are resolved ones.
 */
export function countGarden(
  publishing: Publishing,
  notes: readonly LinkedNote[],
  tags: number,
  diagnostics: readonly Diagnostic[],
): GardenCounts {
  const kinds = { note: 0, asset: 0, tag: 0, ghost: 0, unresolved: 0, private: 0, unlisted: 0 };
  let total = 0;
  let embeds = 0;
  for (const { note, targets } of notes) {
    for (const [index, target] of targets.entries()) {
      const link = note.links[index];
      if (!link || link.uncounted || link.kind === 'tag') continue;
      total++;
      if (link.kind === 'embed') embeds++;
      kinds[target.kind]++;
    }
  }
  return {
    notes: publishing.decisions.size,
    private: publishing.private,
    unpublished: publishing.unpublished,
    links: {
      total,
      resolved: kinds.note + kinds.asset + kinds.unlisted,
      ghost: kinds.ghost,
      unresolved: kinds.unresolved,
      ambiguous: diagnostics.filter(({ code }) => code === 'ambiguous-link').length,
    },
    embeds,
    tags,
    diagrams: notes.reduce((sum, { note }) => sum + note.diagrams.length, 0),
  };
}
