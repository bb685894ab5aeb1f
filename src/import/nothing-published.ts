/** The message for an import that publishes nothing: it looks like a fault and is a setting. */
import type { ImportReport } from './report.ts';

/** Why nothing is published and how to change it; '' when something is published. */
export function nothingPublished(report: ImportReport): string {
  if (report.notes - report.private - report.unpublished > 0) return '';
  if (report.notes === 0) return 'There are no notes in this folder.';
  return (
    'Nothing is published: no note and no vault is marked public. Mark notes with ' +
    '“public:: true” (Logseq) or “publish: true” (Obsidian), set :publishing/all-pages-public? ' +
    'in logseq/config.edn, or run with GARDEN_PUBLISH=all to publish all that is not marked private.'
  );
}
