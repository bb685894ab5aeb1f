/** Imports the notes again on every change, for the commands that stay running. */
import type { GardenImport } from '../import/import-garden.ts';
import type { ImportReport } from '../import/report.ts';
import { watchFolder } from '../import/watch.ts';
import { noProgress } from '../system/progress.ts';
import type { SiteFolders } from './folders.ts';
import { aloneInImport } from './own-folders.ts';
import { sentenceOf } from './run-command.ts';

/**
 * Runs `garden` after every change of the notes and hands its report on. An import that fails is
 * printed and does not end the watch: the next change may correct it. Never resolves.
 */
export async function importOnChange(
  folders: Omit<SiteFolders, 'site'>,
  garden: GardenImport,
  onReport: (report: ImportReport) => void,
): Promise<void> {
  const onChange = async () => {
    onReport(await aloneInImport(folders, () => garden.run(noProgress)));
  };
  await watchFolder(folders.notes, { onChange, onError: printError });
}

function printError(error: unknown): void {
  console.error(sentenceOf(error) ?? error);
}
