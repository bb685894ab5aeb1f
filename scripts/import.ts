/** The command `npm run import`: notes → `.garden/`, once or on every change. */
import { site } from '../src/site.ts';
import { GardenImport } from './import/import-garden.ts';
import { nothingPublished } from './import/nothing-published.ts';
import { policyOf, socialImagesOf } from './import/policy.ts';
import { formatReport, formatSummary, hasErrors } from './import/report.ts';
import { watchFolder } from './import/watch.ts';
import { type ImportOptions, readImportOptions, runCommand } from './options.ts';
import { type Progress, showProgress, silent } from './progress.ts';
import { foldersOf } from './site/folders.ts';

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
