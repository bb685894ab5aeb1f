/** The folders that the commands read and write. */
import { fileURLToPath } from 'node:url';
import { notesFolderOf } from '../settings/load-settings.ts';

export interface SiteFolders {
  /** The notes: `GARDEN_NOTES`, else `notes`. */
  readonly notes: string;
  /** The resolved garden: `GARDEN_DIR`, else `.garden`. */
  readonly garden: string;
  /** Results kept for the next run: `GARDEN_CACHE`, else `.cache`. */
  readonly cache: string;
  /** The built site: `GARDEN_SITE`, else `dist`. */
  readonly site: string;
}

/** The project that the commands belong to: a clone, or the code in the installed package. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The folders that an environment names. */
export function foldersOf(environment: NodeJS.ProcessEnv): SiteFolders {
  return {
    notes: notesFolderOf(environment),
    garden: environment['GARDEN_DIR'] || '.garden',
    cache: environment['GARDEN_CACHE'] || '.cache',
    site: environment['GARDEN_SITE'] || 'dist',
  };
}
