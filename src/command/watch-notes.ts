/** Imports the notes again on every change, for the commands that stay running. */
import type { GardenImport } from '../import/import-garden.ts';
import type { ImportReport } from '../import/report.ts';
import { watchFolder } from '../import/watch.ts';
import { noProgress } from '../system/progress.ts';
import { sentenceOf } from './run-command.ts';

/**
 * Runs `garden` after every change below `notes` and hands its report on. An import that fails is
 * printed and does not end the watch: the next change may correct it. Never resolves.
 */
export async function importOnChange(
  notes: string,
  garden: GardenImport,
  onReport: (report: ImportReport) => void,
): Promise<void> {
  const onChange = async () => onReport(await garden.run(noProgress));
  await watchFolder(notes, { onChange, onError: printError });
}

function printError(error: unknown): void {
  console.error(sentenceOf(error) ?? error);
}
