/** What to say where an import publishes nothing, which looks like a fault and is a setting. */
import type { ImportReport } from './report.ts';

/** A sentence that says why nothing is published and how to change it, or '' where something is. */
export function nothingPublished(report: ImportReport): string {
  if (report.notes - report.private - report.unpublished > 0) return '';
  if (report.notes === 0) return 'There are no notes in this folder.';
  return (
    'Nothing is published: no note and no vault says that it is public. Mark notes with ' +
    '“public:: true” (Logseq) or “publish: true” (Obsidian), set :publishing/all-pages-public? ' +
    'in logseq/config.edn, or run with GARDEN_PUBLISH=all to publish all that is not marked private.'
  );
}
