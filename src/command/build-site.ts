/** Builds the site: import → Astro and search index → the site's folder → check. */
import { BuildCheck, isFailing } from '../check/check-site.ts';
import { GardenImport } from '../import/import-garden.ts';
import { nothingPublished } from '../import/nothing-published.ts';
import { formatOutcome, hasErrors, type ImportReport } from '../import/report.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { baseOf } from '../settings/policy.ts';
import { settingsWarnings } from '../settings/warnings.ts';
import { freeMemory } from '../system/free-memory.ts';
import { counted, type Progress } from '../system/progress.ts';
import { describeFaults, goneFaults, maxShown, summary } from './check-built-site.ts';
import { SiteCompiler } from './compile-site.ts';
import type { SiteFolders } from './folders.ts';
import { IndexThread } from './index-thread.ts';
import { stateOfGarden } from './kept-work.ts';
import type { BuildOutcome } from './last-build.ts';
import { calledAs } from './options.ts';
import { importSettings } from './owner-settings.ts';
import { RenderThread } from './render-thread.ts';
import type { WriteListener } from './site-folder.ts';
import { codeKey, compilesNotes } from './site-plan.ts';
import { siteVersion } from './site-version.ts';
import { writeSite } from './write-site.ts';

export interface BuiltSite extends BuildOutcome {
  /** Until when a build of the same files gives the same site, as milliseconds since 1970. */
  readonly until: number;
  /** The state of the records that it left. */
  readonly garden: string | null;
}

/** In a smaller garden freeing memory takes longer than it is worth. */
const pagesOfLargeGarden = 2000;

/** Builds the site into `folders.site`, and checks it. */
export async function buildSite(
  folders: SiteFolders,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
): Promise<BuiltSite> {
  const index = new IndexThread({ records: folders.garden, cache: folders.cache });
  const compiler = new SiteCompiler(folders);
  const renderer = new RenderThread(folders);
  try {
    return await buildBeside({ index, compiler, renderer }, folders, environment, progress);
  } finally {
    await Promise.all([index.end(), compiler.end(), renderer.end()]);
  }
}

/** What works in other threads while the notes are imported. */
interface OtherThreads {
  readonly index: IndexThread;
  readonly compiler: SiteCompiler;
  readonly renderer: RenderThread;
}

async function buildBeside(
  { index, compiler, renderer }: OtherThreads,
  folders: SiteFolders,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
): Promise<BuiltSite> {
  const { notes, garden, cache } = folders;
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    console.error(line);
  };
  const site = loadSettings(notes);
  for (const warning of settingsWarnings(site)) say(warning);
  const settings = importSettings(notes, site, environment);
  const version = await siteVersion(notes, site, settings.policy);
  if (!(await compilesNotes(settings.mdx === true, garden))) {
    // A first build has no memory to spare for it, and much else to do.
    compiler.begin(codeKey(version), (folder) => renderer.load(folder, site));
  }
  const report = await new GardenImport({ notes, out: garden, cache }, settings).run(progress, {
    early: index,
  });
  // What was parsed of a large garden takes a gigabyte, which the rest of the build needs.
  if (report.rendered > pagesOfLargeGarden) freeMemory();
  index.endRecords();
  const state = stateOfGarden(garden);
  for (const line of remarksOn(report, environment)) say(line);
  const base = baseOf(site, environment);
  const check = await BuildCheck.open(cache, { base, url: site.url });
  const onWrite: WriteListener = (path, stamp, content) => check.take(path, stamp, content);
  const files = await writeSite(
    folders,
    { version, settings: site, base, index, compiler, renderer, onWrite },
    progress,
  );

  const checking = progress.stage('check');
  const { links, faults } = await check.finish(folders.site, files);
  const failing = faults.filter(isFailing);
  checking.end(`${counted(links, 'internal link')}; ${summary(failing)}`);
  const gone = await goneFaults(folders.site, cache);
  for (const line of describeFaults([...failing, ...gone], maxShown)) say(line);
  const isSound = !hasErrors(report) && failing.length === 0;
  // The next build does not name the pages that went before this one.
  return { lines, isSound, until: gone.length > 0 ? 0 : report.until, garden: state };
}

/** What a user is told of an import: what is published, and where to find more. */
function remarksOn(report: ImportReport, environment: NodeJS.ProcessEnv): string[] {
  const listing = calledAs('import', environment).replace(/ --$/u, '');
  const remarks = [
    formatOutcome(report),
    report.diagnostics.length > 0 ? `“${listing}” lists the diagnostics.` : '',
    nothingPublished(report),
  ];
  return remarks.filter((remark) => remark !== '');
}
