/** The settings of an import: the owner's settings and styles, overridden by the environment. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSettings } from '../import/import-settings.ts';
import { ownerFolder } from '../settings/load-settings.ts';
import { policyOf, socialImagesOf } from '../settings/policy.ts';
import type { SiteSettings } from '../settings/schema.ts';

/**
 * The settings of an import of the notes in a folder. `site` are the settings of these notes.
 * @throws UsageError for values of the environment that are wrong.
 */
export function importSettings(
  notes: string,
  site: SiteSettings,
  environment: NodeJS.ProcessEnv,
): ImportSettings {
  return {
    policy: policyOf(site, environment),
    environment,
    mdx: site.mdx,
    plugins: site.plugins,
    thumbnails: site.thumbnails,
    keepPictureMetadata: site.keepPictureMetadata,
    keepRemotePictures: site.keepRemotePictures,
    showHistory: site.showHistory,
    related: site.related,
    socialImages: socialImagesOf(site, ownStyles(notes)),
  };
}

function ownStyles(notes: string): string {
  try {
    return readFileSync(join(notes, ownerFolder, 'theme.css'), 'utf8');
  } catch {
    // The owner has none, or none that can be read: Astro's build reports the latter.
    return '';
  }
}
