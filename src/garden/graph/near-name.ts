/** Names in the small graph beside a note. */
import type { NoteSummary } from '../page.ts';
import { shortTitle } from '../short-title.ts';

/**
 * The name of a page in a narrow drawing: a day by its date, which is never cut; in a namespace the last
 * part is enough, since the others are the same around a note.
 */
export function nearName({
  id,
  title,
  ancestors,
}: Pick<NoteSummary, 'id' | 'title' | 'ancestors'>): string {
  const date = /^journals\/(\d{4}-\d{2}-\d{2})$/.exec(id)?.[1];
  return date ?? (shortTitle(title, ancestors) || title);
}
