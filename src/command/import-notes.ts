/** The command `import`: reads the notes and writes the resolved garden, once or on every change. */
import { GardenImport } from '../import/import-garden.ts';
import { nothingPublished } from '../import/nothing-published.ts';
import { formatReport, formatSummary, hasErrors } from '../import/report.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { policyOf, socialImagesOf } from '../settings/policy.ts';
import { noProgress, showProgress } from '../system/progress.ts';
import { foldersOf } from './folders.ts';
import { readImportOptions } from './options.ts';
import { importOnChange } from './watch-notes.ts';

/** Imports the notes and prints the report. @returns the exit code: 1 for errors under `--strict`. */
export async function importNotes(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const options = readImportOptions(args, environment);
  const site = loadSettings(options.notes);
  const policy = policyOf(site, environment);
  const { cache } = foldersOf(environment, '');
  const folders = { notes: options.notes, out: options.out, cache };
  const garden = new GardenImport(folders, {
    policy,
    mdx: site.mdx,
    socialImages: socialImagesOf(site),
  });
  const report =
    options.report === 'text'
      ? await showProgress(console.error, (progress) => garden.run(progress))
      : await garden.run(noProgress);
  console.log(formatReport(report, options.report));
  const nothing = nothingPublished(report);
  if (nothing !== '') console.error(nothing);
  if (options.watch) {
    console.error(`Watching ${options.notes} …`);
    await importOnChange(options.notes, garden, (next) => console.error(formatSummary(next)));
  }
  return options.strict && hasErrors(report) ? 1 : 0;
}
