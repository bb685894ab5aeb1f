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
  return {
    notes: publishing.decisions.size,
    private: publishing.private,
    unpublished: publishing.unpublished,
    tags,
    ...countLinks(notes, diagnostics),
  };
}

function countLinks(
  notes: readonly CountedNote[],
  diagnostics: readonly Diagnostic[],
): Pick<GardenCounts, 'links' | 'embeds' | 'diagrams'> {
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
    links: {
      total,
      resolved: kinds.note + kinds.asset + kinds.unlisted,
      ghost: kinds.ghost,
      unresolved: kinds.unresolved,
      ambiguous: diagnostics.filter(({ code }) => code === 'ambiguous-link').length,
    },
    embeds,
    diagrams: notes.reduce((sum, { note }) => sum + note.diagrams.length, 0),
  };
}

type CountedNote = Pick<LinkedNote, 'note' | 'targets'>;

/** The counts after an edit of notes that makes and ends no page; `diagnostics` are those of all notes now. */
export function recountGarden(
  counts: GardenCounts,
  before: readonly CountedNote[],
  now: readonly CountedNote[],
  diagnostics: readonly Diagnostic[],
): GardenCounts {
  const [was, is] = [before, now].map((notes) => countLinks(notes, diagnostics));
  if (was === undefined || is === undefined) return counts;
  const { links } = counts;
  return {
    ...counts,
    links: {
      total: links.total + is.links.total - was.links.total,
      resolved: links.resolved + is.links.resolved - was.links.resolved,
      ghost: links.ghost + is.links.ghost - was.links.ghost,
      unresolved: links.unresolved + is.links.unresolved - was.links.unresolved,
      ambiguous: is.links.ambiguous,
    },
    embeds: counts.embeds + is.embeds - was.embeds,
    diagrams: counts.diagrams + is.diagrams - was.diagrams,
  };
}
