/** The command `import`: reads the notes and writes the resolved garden, once or on every change. */
import { GardenImport } from '../import/import-garden.ts';
import { nothingPublished } from '../import/nothing-published.ts';
import { formatReport, formatSummary, hasErrors } from '../import/report.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { settingsWarnings } from '../settings/warnings.ts';
import { noProgress, showProgress, standardError } from '../system/progress.ts';
import { foldersOf } from './folders.ts';
import { readImportOptions } from './options.ts';
import { aloneInImport, claimImportFolders } from './own-folders.ts';
import { importSettings } from './owner-settings.ts';
import { importOnChange } from './watch-notes.ts';

/** Imports the notes and prints the report. @returns the exit code: 1 for errors under `--strict`. */
export async function importNotes(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const options = readImportOptions(args, environment);
  const { cache } = foldersOf(environment);
  const { notes, out } = options;
  const folders = { notes, garden: out, cache };
  await claimImportFolders(folders, options.force);
  const site = loadSettings(notes);
  for (const warning of settingsWarnings(site)) console.error(warning);
  const settings = importSettings(notes, site, environment);
  const garden = new GardenImport({ notes, out, cache }, settings);
  const report = await aloneInImport(folders, () =>
    options.report === 'text' && !options.quiet
      ? showProgress(standardError(), (progress) => garden.run(progress))
      : garden.run(noProgress),
  );
  console.log(formatReport(report, options.report));
  const nothing = nothingPublished(report);
  if (nothing !== '') console.error(nothing);
  if (options.watch) {
    console.error(`Watching ${options.notes} …`);
    await importOnChange(folders, garden, (next) => console.error(formatSummary(next)));
  }
  return options.strict && hasErrors(report) ? 1 : 0;
}
