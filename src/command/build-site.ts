/** Builds the site: import → Astro and search index → the site's folder → check. */
import { checkSite, isFailing } from '../check/check-site.ts';
import { GardenImport } from '../import/import-garden.ts';
import { nothingPublished } from '../import/nothing-published.ts';
import { formatOutcome, hasErrors, type ImportReport } from '../import/report.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { baseOf } from '../settings/policy.ts';
import { settingsWarnings } from '../settings/warnings.ts';
import { freeMemory } from '../system/free-memory.ts';
import { counted, type Progress } from '../system/progress.ts';
import { describeFaults, goneFaults, maxShown, summary } from './check-built-site.ts';
import type { SiteFolders } from './folders.ts';
import { calledAs } from './options.ts';
import { importSettings } from './owner-settings.ts';
import { siteVersion } from './site-version.ts';
import { writeSite } from './write-site.ts';

export interface BuiltSite {
  readonly report: ImportReport;
  /** Whether neither the notes nor the site have an error: what `--strict` asks. */
  readonly isSound: boolean;
}

/** In a smaller garden freeing memory takes longer than it is worth. */
const pagesOfLargeGarden = 2000;

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
  // The parsed notes of a large garden take a gigabyte, which the rest of the build needs.
  if (report.pages > pagesOfLargeGarden) freeMemory();
  console.error(formatOutcome(report));
  if (report.diagnostics.length > 0) {
    const listing = calledAs('import', environment).replace(/ --$/u, '');
    console.error(`“${listing}” lists the diagnostics.`);
  }
  const nothing = nothingPublished(report);
  if (nothing !== '') console.error(nothing);
  const version = await siteVersion(notes, site, settings.policy);
  const base = baseOf(site, environment);
  const files = await writeSite(folders, { version, settings: site, base }, progress);

  const checking = progress.stage('check');
  const { links, faults } = await checkSite(folders.site, base, {
    url: site.url,
    kept: { cache, files },
  });
  const failing = faults.filter(isFailing);
  checking.end(`${counted(links, 'internal link')}; ${summary(failing)}`);
  const shown = [...failing, ...(await goneFaults(folders.site, cache))];
  for (const line of describeFaults(shown, maxShown)) console.error(line);
  return { report, isSound: !hasErrors(report) && failing.length === 0 };
}
