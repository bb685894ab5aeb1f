/** The message for an import that publishes nothing: it looks like a fault and is a setting. */
import { unpublishedReasons } from './publishing-table.ts';
import type { ImportReport } from './report.ts';

/** Why nothing is published and how to change it; '' when something is published. */
export function nothingPublished({ decisions }: Pick<ImportReport, 'decisions'>): string {
  if (decisions.size === 0) return 'There are no notes in this folder.';
  if ([...decisions.values()].some(({ published }) => published)) return '';
  const [most] = unpublishedReasons(decisions);
  return `Nothing is published. The most frequent reason: ${most?.reason}. ${most?.change}`;
}
