/**
 * The owner's settings as the pages use them. Astro puts other code in place of this module: in
 * development the values, in a build what was handed to the compiled pages.
 */
import { loadSettings, notesFolderOf } from './load-settings.ts';
import type { SiteSettings } from './schema.ts';

export const site: SiteSettings = loadSettings(notesFolderOf(process.env));
