/**
 * The owner's settings as the pages use them. Astro's build puts the values in place of this module,
 * so that pages it kept are made again when a setting changes.
 */
import { loadSettings, notesFolderOf } from './load-settings.ts';
import type { SiteSettings } from './schema.ts';

export const site: SiteSettings = loadSettings(notesFolderOf(process.env));
