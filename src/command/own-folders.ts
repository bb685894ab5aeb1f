/** Claims and locks the folders that a command writes. */
import { join } from 'node:path';
import { withFolderLocks } from '../system/folder-lock.ts';
import { keepCode } from '../system/kept-code.ts';
import { claimFolders, type OutputFolder } from './claim-folders.ts';
import { projectFolder, type SiteFolders } from './folders.ts';

/** Astro's working folder in the project: it cannot be moved, so two builds must not share it. */
export const astroFolder = join(projectFolder, '.astro');

/** Claims the folders that a build writes. @throws UsageError, with nothing changed. */
export async function claimSiteFolders(folders: SiteFolders, force: boolean): Promise<void> {
  const site: OutputFolder = { kind: 'site', path: folders.site };
  await claimFolders({ notes: folders.notes, outputs: [...importOutputs(folders), site], force });
}

/** Claims the folders that an import writes. @throws UsageError, with nothing changed. */
export async function claimImportFolders(
  folders: Omit<SiteFolders, 'site'>,
  force: boolean,
): Promise<void> {
  await claimFolders({ notes: folders.notes, outputs: importOutputs(folders), force });
}

function importOutputs({ garden, cache }: Omit<SiteFolders, 'site'>): OutputFolder[] {
  return [
    { kind: 'garden', path: garden },
    { kind: 'cache', path: cache },
  ];
}

/** Runs an import alone in its folders; waits for a command that uses them. */
export function aloneInImport<Result>(
  { garden, cache }: Omit<SiteFolders, 'site'>,
  work: () => Promise<Result>,
): Promise<Result> {
  keepCodeIn(cache);
  return withFolderLocks([garden, cache], { onWait: printWait }, work);
}

/** Runs a build alone in its folders and in this project; waits for a command that uses them. */
export function aloneInBuild<Result>(
  { garden, cache }: SiteFolders,
  work: () => Promise<Result>,
): Promise<Result> {
  keepCodeIn(cache);
  return withFolderLocks([garden, cache, astroFolder], { onWait: printWait }, work);
}

/** Keeps what was read of the project's own code, for all commands that use the cache. */
export function keepCodeIn(cache: string): void {
  keepCode(join(cache, 'code.json'), projectFolder);
}

/** Says that another command has to end first. */
export function printWait(folder: string, { pid }: { readonly pid: number }): void {
  console.error(`Another command (process ${pid}) uses “${folder}”: waiting until it ends …`);
}
