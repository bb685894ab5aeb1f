/** The command `dev`: serves the garden and shows each saved note without a restart. */
import type { Diagnostic } from '../garden/diagnostic.ts';
import { diagnosticChanges } from '../import/diagnostic-changes.ts';
import { diagnosticLines, formatSummary, type ImportReport } from '../import/report.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { baseOf } from '../settings/policy.ts';
import { settingsWarnings } from '../settings/warnings.ts';
import { showProgress, standardError } from '../system/progress.ts';
import { DevelopmentServer } from './development/development-server.ts';
import { NoteDiagnostics } from './development/note-diagnostics.ts';
import { clearDevelopment, SearchInBackground } from './development/search-in-background.ts';
import { ServedCode } from './development/served-code.ts';
import { ServedGarden } from './development/served-garden.ts';
import { absoluteFolders, canCompileIn, foldersOf } from './folders.ts';
import { portOf, readArguments } from './options.ts';
import { aloneInImport, claimImportFolders } from './own-folders.ts';
import { importOnChange, type OnReport, printError } from './watch-notes.ts';

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
  const settings = loadSettings(folders.notes);
  for (const warning of settingsWarnings(settings)) console.error(warning);
  await claimImportFolders(folders, values['force'] === true);
  await clearDevelopment(folders.garden);
  const base = baseOf(settings, environment);
  const server = await DevelopmentServer.start({ folders, port, base });
  const code = new ServedCode(folders, environment, (order) => server.tell(order));
  await code.begin();

  const garden = new ServedGarden(folders, environment);
  const told = await aloneInImport(folders, () =>
    showProgress(standardError(), (progress) => garden.start(progress)),
  );
  console.error(told.text);
  const shown = new NoteDiagnostics(folders.garden);
  await shown.write(told.diagnostics);
  await code.refresh();
  console.error(`The garden is at http://localhost:${server.port}${base}`);

  code.watch();
  const search = new SearchInBackground(folders, printError);
  search.refresh();
  let before = told.diagnostics;
  const onReport: OnReport = async (report, kind) => {
    const text = changesText(before, report);
    // What an update has said is not said again.
    if (kind !== 'following' || text !== formatSummary(report)) console.error(text);
    before = report.diagnostics;
    await shown.write(report.diagnostics);
    await code.recordsChanged();
    // The index of all pages follows with what else is made of all notes.
    if (kind !== 'update') search.refresh();
  };
  await importOnChange(folders, garden, onReport, () => garden.isStale());
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
