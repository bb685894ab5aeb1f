/**
 * Puts the owner's settings into the pages: Astro keeps a page as long as the code it was made of
 * stays the same, so the settings have to be a part of that code.
 */
import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { loadSettings, settingsFile } from '../../settings/load-settings.ts';

const settingsModule = /[\\/]src[\\/]settings[\\/]site\.[jt]s$/u;

/** An Astro integration for the notes in a folder. Development starts anew when the settings change. */
export function ownerFiles(notes: string): AstroIntegration {
  return {
    name: 'owner-files',
    hooks: {
      'astro:config:setup': ({ addWatchFile, updateConfig }) => {
        addWatchFile(resolve(notes, settingsFile));
        updateConfig({
          vite: { plugins: [{ name: 'garden-settings', load: settingsCode(notes) }] },
        });
      },
    },
  };
}

function settingsCode(notes: string): (id: string) => string | null {
  return (id) =>
    settingsModule.test(id.replace(/\?.*$/u, ''))
      ? `export const site = ${JSON.stringify(loadSettings(notes))};`
      : null;
}
