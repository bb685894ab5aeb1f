/** The command `build`: writes the static site of the notes. */
import { noProgress, showProgress, standardError } from '../system/progress.ts';
import { type BuiltSite, buildSite } from './build-site.ts';
import { absoluteFolders, canCompileIn, foldersOf, type SiteFolders } from './folders.ts';
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
): Promise<BuiltSite> {
  // Where Astro has to compile elsewhere, the working folder changes meanwhile.
  const folders = canCompileIn(process.cwd()) ? given : absoluteFolders(given);
  await claimSiteFolders(folders, force);
  return aloneInBuild(folders, () =>
    quiet
      ? buildSite(folders, environment, noProgress)
      : showProgress(standardError(), (progress) => buildSite(folders, environment, progress)),
  );
}
