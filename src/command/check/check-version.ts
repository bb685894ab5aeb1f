/** Checks the notes as they are, or a version of them that git knows. */
import { join } from 'node:path';
import { type CheckedNotes, checkNotes } from '../../import/check-notes.ts';
import { addNestedRepositories } from '../../import/git/nested-repositories.ts';
import { treeOf, type Version, versionFolder, writeVersion } from '../../import/git/versions.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import type { Progress } from '../../system/progress.ts';
import type { SiteFolders } from '../folders.ts';
import { importSettings } from '../owner-settings.ts';

export interface CheckPlace {
  readonly folders: SiteFolders;
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

/** Checks the files as they are on disk. @throws UsageError */
export function checkWorkingNotes(place: CheckPlace): Promise<CheckedNotes> {
  const { notes, cache } = place.folders;
  return checkFolder(notes, { parsed: cache, pages: join(cache, 'check') }, place);
}

/** Checks a version, whose files are written into the folder `name` of the cache. @throws UsageError */
export async function checkVersion(
  version: Version,
  name: string,
  place: CheckPlace,
): Promise<CheckedNotes> {
  const { notes, cache } = place.folders;
  const scratch = join(cache, 'versions');
  const to = versionFolder(cache, name);
  await writeVersion(await treeOf(notes, version, scratch), { notes, to }, scratch);
  await addNestedRepositories(notes, to);
  const kept = versionFolder(cache, `${name}-kept`);
  return checkFolder(to, { parsed: kept, pages: kept }, place);
}

function checkFolder(
  folder: string,
  kept: { readonly parsed: string; readonly pages: string },
  { folders, environment, progress }: CheckPlace,
): Promise<CheckedNotes> {
  const { notes, cache } = folders;
  const settings = importSettings(folder, loadSettings(folder), environment);
  return checkNotes({ notes: folder, history: notes, cache, ...kept }, settings, progress);
}
