/**
 * Puts the owner's files into the pages' code. Their settings are no part of it: what renders pages with the
 * compiled code hands them over.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadSettings, ownerFolder } from '../../settings/load-settings.ts';
import { themeStyles } from '../../settings/theme.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const settingsModule = /[\\/]src[\\/]settings[\\/]site\.[jt]s$/u;
const htmlModule = 'virtual:owner-html';
const tokensModule = 'virtual:owner-tokens.css';
const themeModule = 'virtual:owner-theme.css';

/** Paths below the notes of the owner's HTML for the head and the footer. */
const htmlFiles = ['head.html', 'footer.html'].map((name) => join(ownerFolder, name));

/** An Astro integration for the notes in a folder. */
export function ownerFiles(notes: string): AstroIntegration {
  return {
    name: 'owner-files',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [ownerModules(notes, resolve(notes, ownerFolder))] } });
      },
    },
  };
}

/** Vite's part: modules for the settings, for the owner's HTML, and for their styles. */
function ownerModules(notes: string, folder: string) {
  const theme = join(folder, 'theme.css');
  return {
    name: 'owner-modules',
    enforce: 'pre' as const,
    async resolveId(this: Resolver, id: string, importer: string | undefined) {
      if (id === themeModule) return existsSync(theme) && isAddress(theme) ? theme : `\0${id}`;
      if (id === htmlModule || id === tokensModule) return `\0${id}`;
      // Components of the owner use the garden's packages, wherever the notes are.
      if (!importer?.startsWith(folder + sep) || /^[./\0]|^[a-z]:/iu.test(id)) return null;
      return this.resolve(id, join(root, 'package.json'), { skipSelf: true });
    },
    load(id: string) {
      if (id === `\0${themeModule}`) return existsSync(theme) ? readFileSync(theme, 'utf8') : '';
      if (id === `\0${tokensModule}`) return themeStyles(loadSettings(notes).theme);
      if (id === `\0${htmlModule}`) return htmlCode(notes);
      if (!settingsModule.test(id.replace(/\?.*$/u, ''))) return null;
      return 'export const site = globalThis.gardenSettings;';
    },
  };
}

/** Whether Vite can read a file by its path: what follows these signs it takes for no part of the path. */
function isAddress(path: string): boolean {
  return !/[#%?]/u.test(path);
}

interface Resolver {
  resolve(id: string, importer: string, options: { skipSelf: boolean }): Promise<unknown>;
}

/** The owner's HTML for the head and the footer of every page, as it is in their files. */
function htmlCode(notes: string): string {
  const [head, footer] = htmlFiles.map((name) => {
    const file = resolve(notes, name);
    return JSON.stringify(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
  return `export const head = ${head};\nexport const footer = ${footer};\n`;
}
