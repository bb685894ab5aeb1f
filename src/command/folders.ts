/** The folders that the commands read and write. */

import { notesFolderOf } from '../settings/load-settings.ts';

export interface SiteFolders {
  /** The notes: `GARDEN_NOTES`, else `notes`. */
  readonly notes: string;
  /** The resolved garden: `GARDEN_DIR`, else `.garden`. */
  readonly garden: string;
  /** Results kept for the next run: `GARDEN_CACHE`, else `.cache`. */
  readonly cache: string;
  /** The built site. */
  readonly site: string;
}

/** The folders that an environment names. `site` is the folder of the built site. */
export function foldersOf(environment: NodeJS.ProcessEnv, site: string): SiteFolders {
  return {
    notes: notesFolderOf(environment),
    garden: environment['GARDEN_DIR'] || '.garden',
    cache: environment['GARDEN_CACHE'] || '.cache',
    site,
  };
}
