/** Imports the notes again on every change, for the commands that stay running. */
import type { GardenImport } from '../import/import-garden.ts';
import type { ImportReport } from '../import/report.ts';
import { watchFolder } from '../import/watch.ts';
import { noProgress } from '../system/progress.ts';
import { UsageError } from '../system/usage-error.ts';
import type { SiteFolders } from './folders.ts';
import { aloneInImport } from './own-folders.ts';
import { sentenceOf } from './run-command.ts';

/** A disk that is full or a file that is locked may be free again after this long. */
const retryMs = 3000;

/**
 * Runs `garden` after every change of the notes and hands its report on. An import that fails is
 * printed and does not end the watch: it runs again after the next change, and where the system refused
 * something, also by itself until it succeeds. Never resolves.
 */
export async function importOnChange(
  folders: Omit<SiteFolders, 'site'>,
  garden: GardenImport,
  onReport: (report: ImportReport) => void | Promise<void>,
): Promise<void> {
  let retry: NodeJS.Timeout | undefined;
  let told = '';
  let running = Promise.resolve();
  const run = async (): Promise<void> => {
    clearTimeout(retry);
    await onReport(await aloneInImport(folders, () => garden.run(noProgress)));
    told = '';
  };
  const onChange = (): Promise<void> => {
    // An import that is tried again may meet one after a change.
    running = running.catch(() => {}).then(run);
    return running;
  };
  const onError = (error: unknown): void => {
    const text = sentenceOf(error) ?? String(error);
    // The same fault again is no news.
    if (text !== told) printError(error);
    told = text;
    if (!(error instanceof UsageError)) {
      clearTimeout(retry);
      retry = setTimeout(() => void onChange().catch(onError), retryMs);
    }
  };
  await watchFolder(folders.notes, { onChange, onError });
}

/** Prints an error as the sentence that explains it, else with all that is known. */
export function printError(error: unknown): void {
  console.error(sentenceOf(error) ?? error);
}
