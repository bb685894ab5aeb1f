/** The command `dev`: serves the garden and shows each saved note without a restart. */
import { dev as startServer } from 'astro';
import type { Diagnostic } from '../garden/diagnostic.ts';
import { diagnosticChanges } from '../import/diagnostic-changes.ts';
import { GardenImport } from '../import/import-garden.ts';
import {
  diagnosticLines,
  formatReport,
  formatSummary,
  type ImportReport,
} from '../import/report.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { baseOf } from '../settings/policy.ts';
import { settingsWarnings } from '../settings/warnings.ts';
import { showProgress, standardError } from '../system/progress.ts';
import {
  clearDevelopment,
  SearchInBackground,
  ServedRecords,
  writeDiagnostics,
} from './development.ts';
import { foldersOf, projectFolder } from './folders.ts';
import { portOf, readArguments } from './options.ts';
import { aloneInImport, claimImportFolders } from './own-folders.ts';
import { importSettings } from './owner-settings.ts';
import { setEnvironment } from './set-environment.ts';
import { importOnChange, printError } from './watch-notes.ts';

/** Serves the notes on `PORT`, else 4321, of this machine only. Runs until it is stopped. */
export async function dev(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, { force: { type: 'boolean' } });
  const port = portOf(environment);
  const folders = foldersOf(environment);
  const { notes, garden: out, cache } = folders;
  const settings = () => ({
    ...importSettings(notes, loadSettings(notes), environment),
    keepGone: true,
    // Drawing takes longer than an owner waits for a saved note.
    socialImages: undefined,
  });
  for (const warning of settingsWarnings(loadSettings(notes))) console.error(warning);
  const garden = new GardenImport({ notes, out, cache }, settings);
  await claimImportFolders(folders, values['force'] === true);
  await clearDevelopment(out);
  const first = () => showProgress(standardError(), (progress) => garden.run(progress));
  const report = await aloneInImport(folders, first);
  console.error(formatReport(report, 'text'));
  await writeDiagnostics(out, report.diagnostics);
  setEnvironment(folders);
  process.env['ASTRO_DEV_BACKGROUND'] = '0';
  const served = new ServedRecords();
  const server = await startServer({
    ...{ root: projectFolder, server: { host: '127.0.0.1', port } },
    integrations: [served.integration],
  });
  const base = baseOf(loadSettings(notes), environment);
  console.error(`The garden is at http://localhost:${server.address.port}${base}`);
  const search = new SearchInBackground(folders, printError);
  search.refresh();
  let before = report.diagnostics;
  await importOnChange(folders, garden, async (next) => {
    console.error(changesText(before, next));
    before = next.diagnostics;
    await writeDiagnostics(out, next.diagnostics);
    await served.refresh();
    search.refresh();
  });
  return 0;
}

/** What an edit made wrong and what it mended, each with its line, and the summary. */
function changesText(before: readonly Diagnostic[], report: ImportReport): string {
  const { made, mended } = diagnosticChanges(before, report.diagnostics);
  const lines = [
    ...made.flatMap(diagnosticLines),
    ...mended.map((each) => `mended: ${diagnosticLines(each)[0]}`),
  ];
  return [...lines, formatSummary(report)].join('\n');
}
