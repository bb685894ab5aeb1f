/** What queries need of the page that they are on, and what is said of those that cannot be answered. */
import { journalDate } from '../../../journal-dates.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import type { QueryNames } from './queries.ts';

/** How the names and dates of a graph are read. */
export function queryNames(draft: LogseqDraft): QueryNames {
  return {
    pageName: (name) => draft.pageName(name),
    dateOf: (name) => journalDate(name, draft.vault.journalFormats),
  };
}

/** The notice for a query with this title, of which `part` needs Logseq; '' where neither is known. */
export function unansweredMessage(title: string, part: string): string {
  const which = title === '' ? 'this query' : `the query “${title}”`;
  const why = part === '' ? '' : `: ${part}`;
  return `Only Logseq can answer ${which}${why}.`;
}
