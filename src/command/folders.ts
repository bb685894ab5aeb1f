/** Which folders the commands use, unless the environment says otherwise. */

export interface SiteFolders {
  /** The notes: `GARDEN_NOTES`, else `notes`. */
  readonly notes: string;
  /** The resolved garden: `GARDEN_DIR`, else `.garden`. */
  readonly garden: string;
  /** What is kept between runs: `GARDEN_CACHE`, else `.cache`. */
  readonly cache: string;
  /** The built site. */
  readonly site: string;
}

/** The folders for an environment and a place for the built site. */
export function foldersOf(environment: NodeJS.ProcessEnv, site: string): SiteFolders {
  return {
    notes: environment['GARDEN_NOTES'] ?? 'notes',
    garden: environment['GARDEN_DIR'] ?? '.garden',
    cache: environment['GARDEN_CACHE'] ?? '.cache',
    site,
  };
}
