/** The folders that the commands read and write. */
import { resolve } from 'node:path';
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

/**
 * Whether Astro can compile in a working folder: it loses styles where the path has a sign that addresses
 * use for something else, as in `C#` or `100%`.
 */
export function canCompileIn(workingFolder: string): boolean {
  return !/[#%?]/u.test(workingFolder);
}

/** The same folders, whatever the working folder is. */
export function absoluteFolders({ notes, garden, cache, site }: SiteFolders): SiteFolders {
  return {
    notes: resolve(notes),
    garden: resolve(garden),
    cache: resolve(cache),
    site: resolve(site),
  };
}
