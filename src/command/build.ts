/** The command `build`: writes the static site of the notes. */
import { showProgress } from '../system/progress.ts';
import { buildSite } from './build-site.ts';
import { foldersOf } from './folders.ts';
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
  await claimSiteFolders(folders, values['force'] === true);
  await aloneInBuild(folders, () =>
    showProgress(console.error, (progress) => buildSite(folders, environment, progress)),
  );
  console.error(`The site is in ${folders.site}.`);
  return 0;
}
