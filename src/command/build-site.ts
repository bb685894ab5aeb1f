/** Builds the site: import → Astro → files → search index → check. */
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { checkSite, isFailing } from '../check/check-site.ts';
import { recordFiles } from '../garden/record-files.ts';
import { GardenImport } from '../import/import-garden.ts';
import { nothingPublished } from '../import/nothing-published.ts';
import { formatOutcome, hasErrors, type ImportReport } from '../import/report.ts';
import { indexSearch } from '../search/index/index-search.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { baseOf } from '../settings/policy.ts';
import { settingsWarnings } from '../settings/warnings.ts';
import { errorCode } from '../system/error-code.ts';
import { markerName, writeMarker } from '../system/folder-marker.ts';
import { counted, type Progress } from '../system/progress.ts';
import { describeFaults, maxShown, summary } from './check-built-site.ts';
import type { SiteFolders } from './folders.ts';
import { writeLicenses } from './licenses.ts';
import { importSettings } from './owner-settings.ts';

export interface BuiltSite {
  readonly report: ImportReport;
  /** Whether neither the notes nor the site have an error: what `--strict` asks. */
  readonly isSound: boolean;
}

/** Builds the site into `folders.site`, and checks it. */
export async function buildSite(
  folders: SiteFolders,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
): Promise<BuiltSite> {
  const { notes, garden, cache } = folders;
  const site = loadSettings(notes);
  for (const warning of settingsWarnings(site)) console.error(warning);
  const settings = importSettings(notes, site, environment);
  const report = await new GardenImport({ notes, out: garden, cache }, settings).run(progress);
  console.error(formatOutcome(report));
  const nothing = nothingPublished(report);
  if (nothing !== '') console.error(nothing);

  const building = progress.stage('build');
  setEnvironment(folders);
  await emptySite(folders.site);
  // The marker must stay in the folder: Astro would remove it with the rest.
  const vite = { build: { emptyOutDir: false } };
  await build({ outDir: folders.site, logLevel: 'warn', vite });
  await cp(join(garden, recordFiles.files), folders.site, { recursive: true }).catch(ignoreMissing);
  await writeLicenses(folders.site);
  building.end(counted(report.pages, 'page'));

  const indexing = progress.stage('index');
  const { pages } = await indexSearch({ records: garden, out: folders.site });
  indexing.end(`${counted(pages, 'page')} to search`);

  const checking = progress.stage('check');
  const base = baseOf(site, environment);
  const { links, faults } = await checkSite(folders.site, base, { url: site.url, cache });
  checking.end(`${counted(links, 'internal link')}; ${summary(faults.filter(isFailing))}`);
  for (const line of describeFaults(faults.filter(isFailing), maxShown)) console.error(line);
  await writeMarker(folders.site, 'complete');
  return { report, isSound: !hasErrors(report) && !faults.some(isFailing) };
}

/** Removes the site of the last build. From here on the folder is marked as incomplete. */
async function emptySite(folder: string): Promise<void> {
  await writeMarker(folder, 'incomplete');
  for (const name of await readdir(folder)) {
    if (name !== markerName) await rm(join(folder, name), { recursive: true, maxRetries: 3 });
  }
}

/** Sets what Astro's configuration and the site's routes read from the environment. */
export function setEnvironment(folders: SiteFolders): void {
  process.env['GARDEN_NOTES'] = folders.notes;
  process.env['GARDEN_DIR'] = folders.garden;
  process.env['GARDEN_CACHE'] = folders.cache;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Set by test runners, and taken by Vite as the base of the site.
  delete process.env['BASE_URL'];
}

function ignoreMissing(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}
