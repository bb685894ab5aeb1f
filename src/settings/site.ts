/**
 * The owner's settings as the pages use them. Where Astro compiles the pages it puts other code in place of
 * this module: what is handed to the compiled pages.
 */
import { loadSettings, notesFolderOf } from './load-settings.ts';
import type { SiteSettings } from './schema.ts';

export const site: SiteSettings = loadSettings(notesFolderOf(process.env));
