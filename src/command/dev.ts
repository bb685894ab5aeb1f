/** The command `dev`: serves the garden and shows each saved note without a restart. */
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
import { DevelopmentServer } from './development/development-server.ts';
import { ServedCode } from './development/served-code.ts';
import { clearDevelopment, SearchInBackground, writeDiagnostics } from './development.ts';
import { absoluteFolders, canCompileIn, foldersOf } from './folders.ts';
import { portOf, readArguments } from './options.ts';
import { aloneInImport, claimImportFolders } from './own-folders.ts';
import { importSettings } from './owner-settings.ts';
import { importOnChange, printError } from './watch-notes.ts';

/** Serves the notes on `PORT`, else 4321, of this machine only. Runs until it is stopped. */
export async function dev(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, { force: { type: 'boolean' } });
  const port = portOf(environment);
  const given = foldersOf(environment);
  // Where Astro has to compile elsewhere, the working folder changes meanwhile.
  const folders = canCompileIn(process.cwd()) ? given : absoluteFolders(given);
  const { notes, garden: out, cache } = folders;
  const site = loadSettings(notes);
  const settings = () => ({
    ...importSettings(notes, loadSettings(notes), environment),
    keepGone: true,
    // Drawing takes longer than an owner waits for a saved note.
    socialImages: undefined,
  });
  for (const warning of settingsWarnings(site)) console.error(warning);
  const garden = new GardenImport({ notes, out, cache }, settings, { hasUpdates: true });
  await claimImportFolders(folders, values['force'] === true);
  await clearDevelopment(out);
  const server = await DevelopmentServer.start(folders, port);
  const code = new ServedCode(folders, environment, (order) => server.tell(order));
  await code.begin();
  const first = () => showProgress(standardError(), (progress) => garden.run(progress));
  const report = await aloneInImport(folders, first);
  console.error(formatReport(report, 'text'));
  await writeDiagnostics(out, report.diagnostics);
  await code.refresh();
  console.error(`The garden is at http://localhost:${server.port}${baseOf(site, environment)}`);
  code.watch();
  const search = new SearchInBackground(folders, printError);
  search.refresh();
  let before = report.diagnostics;
  await importOnChange(folders, garden, async (next, kind) => {
    const changes = changesText(before, next);
    // What an update has said is not said again.
    if (kind !== 'following' || changes !== formatSummary(next)) console.error(changes);
    before = next.diagnostics;
    await writeDiagnostics(out, next.diagnostics);
    await code.recordsChanged();
    // The index of all pages follows with what else is made of all notes.
    if (kind !== 'update') search.refresh();
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
