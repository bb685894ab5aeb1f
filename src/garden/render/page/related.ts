/** The related notes of a page, with the names of what they share. */
import type { Garden } from '../../garden.ts';
import type { NotePage } from '../../page.ts';
import type { RelatedPage, RelatedReason } from '../../related-note.ts';

/** The field `related` of the page of this note; nothing where there are none. */
export function relatedPages(garden: Garden, id: string): Pick<NotePage, 'related'> {
  const related = (garden.related?.get(id) ?? []).flatMap((other): RelatedPage[] => {
    const entry = garden.notes.get(other.id);
    if (entry === undefined) return [];
    const { permalink, note } = entry;
    const reasons = other.reasons.map((reason) => {
      return { kind: reason.kind, names: namesIn(garden, reason) };
    });
    return [{ title: note.title, permalink, lang: note.lang, reasons }];
  });
  return related.length === 0 ? {} : { related };
}

function namesIn(garden: Garden, reason: RelatedReason): readonly string[] {
  if ('words' in reason) return reason.words;
  if ('tags' in reason) return reason.tags.map((tag) => `#${garden.tags.get(tag)?.name ?? tag}`);
  if (!('ids' in reason)) return [];
  return reason.ids.flatMap((id) => {
    return garden.notes.get(id)?.note.title ?? garden.ghosts.get(id)?.title ?? [];
  });
}
