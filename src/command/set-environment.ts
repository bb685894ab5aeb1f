import type { SiteFolders } from './folders.ts';

/** Sets what Astro's configuration and the site's routes read from the environment. */
export function setEnvironment(folders: SiteFolders): void {
  process.env['GARDEN_NOTES'] = folders.notes;
  process.env['GARDEN_DIR'] = folders.garden;
  process.env['GARDEN_CACHE'] = folders.cache;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Set by test runners, and taken by Vite as the base of the site.
  delete process.env['BASE_URL'];
}
