/** The command `build`: writes the static site of the notes. */
import { buildMoment } from '../import/build-moment.ts';
import { noProgress, type Progress, showProgress, standardError } from '../system/progress.ts';
import { absoluteFolders, canCompileIn, foldersOf, type SiteFolders } from './folders.ts';
import { type BuildOutcome, BuildRecord } from './last-build.ts';
import { readArguments } from './options.ts';
import { aloneInBuild, claimSiteFolders } from './own-folders.ts';

/** Builds the site into `--outDir`, else the environment's folder. @returns the exit code: 1 for errors under `--strict`. @throws UsageError */
export async function build(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, {
    outDir: { type: 'string' },
    force: { type: 'boolean' },
    strict: { type: 'boolean' },
    quiet: { type: 'boolean' },
  });
  const folders = withSite(foldersOf(environment), values['outDir']);
  const quiet = values['quiet'] === true;
  const force = values['force'] === true;
  const { isSound } = await buildClaimed(folders, environment, { force, quiet });
  if (!quiet) console.error(`The site is in ${folders.site}.`);
  return values['strict'] === true && !isSound ? 1 : 0;
}

function withSite(folders: SiteFolders, outDir: string | boolean | undefined): SiteFolders {
  return outDir === undefined ? folders : { ...folders, site: String(outDir) };
}

/** Claims the folders of a site and builds it, alone in them. @throws UsageError, with nothing changed. */
export async function buildClaimed(
  given: SiteFolders,
  environment: NodeJS.ProcessEnv,
  { force, quiet = false }: { readonly force: boolean; readonly quiet?: boolean },
): Promise<BuildOutcome> {
  // Where Astro has to compile elsewhere, the working folder changes meanwhile.
  const folders = canCompileIn(process.cwd()) ? given : absoluteFolders(given);
  await claimSiteFolders(folders, force);
  return aloneInBuild(folders, () =>
    quiet
      ? buildIfChanged(folders, environment, noProgress)
      : showProgress(standardError(), (progress) => buildIfChanged(folders, environment, progress)),
  );
}

/** Builds the site unless the last build made the same. */
async function buildIfChanged(
  folders: SiteFolders,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
): Promise<BuildOutcome> {
  const stage = progress.stage('compare');
  const from = buildMoment();
  const record = await BuildRecord.open(folders, environment);
  const last = await record.last(from);
  if ('outcome' in last) {
    stage.end('nothing changed since the last build');
    for (const line of last.outcome.lines) console.error(line);
    return last.outcome;
  }
  stage.end(last.reason);
  await record.forget();
  // To load what builds takes longer than to find that there is nothing to build.
  const { buildSite } = await import('./build-site.ts');
  const { lines, isSound, ...kept } = await buildSite(folders, environment, progress);
  await record.keep({ lines, isSound, from, ...kept });
  return { lines, isSound };
}
