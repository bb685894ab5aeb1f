/** The command `npm run import`: notes → `.garden/`, once or on every change. */

import { foldersOf } from '../src/command/folders.ts';
import { type ImportOptions, readImportOptions, runCommand } from '../src/command/options.ts';
import { GardenImport } from '../src/import/import-garden.ts';
import { nothingPublished } from '../src/import/nothing-published.ts';
import { formatReport, formatSummary, hasErrors } from '../src/import/report.ts';
import { watchFolder } from '../src/import/watch.ts';
import { policyOf, socialImagesOf } from '../src/settings/policy.ts';
import { site } from '../src/settings/site.ts';
import { type Progress, showProgress, silent } from '../src/system/progress.ts';

await runCommand(async () => {
  const options = readImportOptions(process.argv.slice(2), process.env);
  const policy = policyOf(site, process.env);
  const { cache } = foldersOf(process.env, '');
  const folders = { notes: options.notes, out: options.out, cache };
  const garden = new GardenImport(folders, { policy, socialImages: socialImagesOf(site) });
  const progress = options.report === 'text' ? showProgress(console.error) : silent;
  const report = await garden.run(progress);
  console.log(formatReport(report, options.report));
  const nothing = nothingPublished(report);
  if (nothing !== '') console.error(nothing);
  if (options.watch) await watch(garden, options, progress);
  return options.strict && hasErrors(report) ? 1 : 0;
});

async function watch(
  garden: GardenImport,
  options: ImportOptions,
  progress: Progress,
): Promise<void> {
  console.error(`Watching ${options.notes} …`);
  await watchFolder(options.notes, async () => {
    console.error(formatSummary(await garden.run(progress)));
  });
}
