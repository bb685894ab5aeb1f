/** The command `build`: writes the static site of the notes. */
import { showProgress } from '../system/progress.ts';
import { buildSite } from './build-site.ts';
import { foldersOf, type SiteFolders } from './folders.ts';
import { readArguments } from './options.ts';
import { aloneInBuild, claimSiteFolders } from './own-folders.ts';

/** Builds the site into `--outDir`, else `dist`. @returns the exit code. @throws UsageError */
export async function build(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, {
    outDir: { type: 'string' },
    force: { type: 'boolean' },
  });
  const folders = foldersOf(environment, String(values['outDir'] ?? 'dist'));
  await buildClaimed(folders, environment, values['force'] === true);
  console.error(`The site is in ${folders.site}.`);
  return 0;
}

/** Claims the folders of a site and builds it, alone in them. @throws UsageError, with nothing changed. */
export async function buildClaimed(
  folders: SiteFolders,
  environment: NodeJS.ProcessEnv,
  force: boolean,
): Promise<void> {
  await claimSiteFolders(folders, force);
  await aloneInBuild(folders, () =>
    showProgress(console.error, (progress) => buildSite(folders, environment, progress)),
  );
}
