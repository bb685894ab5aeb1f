/**
 * Puts the owner's files into the pages' code. Their settings are a part of it in development only: a
 * build compiles the code once, and what renders pages with it hands the settings over.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { loadSettings, ownerFolder, settingsFile } from '../../settings/load-settings.ts';
import { themeStyles } from '../../settings/theme.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Code and packages that development may send to the browser: an installed package is among the others. */
const served = [root, ...(/^.*?[\\/]node_modules(?=[\\/])/u.exec(root) ?? [])];
type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

const settingsModule = /[\\/]src[\\/]settings[\\/]site\.[jt]s$/u;
const htmlModule = 'virtual:owner-html';
const tokensModule = 'virtual:owner-tokens.css';
const themeModule = 'virtual:owner-theme.css';

/**
 * An Astro integration for the notes in a folder. In development a change of them shows at once.
 * `isKept` says that the compiled pages are kept, and get the settings when they run.
 */
export function ownerFiles(notes: string, isKept: boolean): AstroIntegration {
  const folder = resolve(notes, ownerFolder);
  return {
    name: 'owner-files',
    hooks: {
      'astro:server:setup': ({ server }) => reloadOnNewFiles(server, notes, folder),
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [ownerModules(notes, folder, isKept)],
            server: { fs: { allow: [...served, folder] } },
          },
        });
      },
    },
  };
}

/** Vite's part: modules for the settings, for the owner's HTML, and for their styles. */
function ownerModules(notes: string, folder: string, isKept: boolean) {
  const theme = join(folder, 'theme.css');
  // Development makes the modules again when the settings change.
  const settings = (watcher: Watcher) => {
    watcher.addWatchFile(resolve(notes, settingsFile));
    return loadSettings(notes);
  };
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
    load(this: Watcher, id: string) {
      if (id === `\0${themeModule}`) return existsSync(theme) ? readFileSync(theme, 'utf8') : '';
      if (id === `\0${tokensModule}`) return themeStyles(settings(this).theme);
      if (id === `\0${htmlModule}`) return htmlCode(folder, (file) => this.addWatchFile(file));
      if (!settingsModule.test(id.replace(/\?.*$/u, ''))) return null;
      if (isKept) return 'export const site = globalThis.gardenSettings;';
      return `export const site = ${JSON.stringify(settings(this))};`;
    },
  };
}

/** Whether Vite can read a file by its path: what follows these signs it takes for no part of the path. */
function isAddress(path: string): boolean {
  return !/[#%?]/u.test(path);
}

/** Files that were not there when their module was made, or are gone since, are of no module. */
function reloadOnNewFiles(server: ViteDevServer, notes: string, folder: string): void {
  const names = ['theme.css', 'head.html', 'footer.html'];
  const files = [resolve(notes, settingsFile), ...names.map((name) => join(folder, name))];
  server.watcher.add(files);
  const reload = (file: string) => {
    if (!files.includes(resolve(file))) return;
    for (const environment of Object.values(server.environments)) {
      environment.moduleGraph.invalidateAll();
      environment.hot.send({ type: 'full-reload' });
    }
  };
  server.watcher.on('add', reload).on('unlink', reload);
}

interface Resolver {
  resolve(id: string, importer: string, options: { skipSelf: boolean }): Promise<unknown>;
}

interface Watcher {
  addWatchFile(file: string): void;
}

/** The owner's HTML for the head and the footer of every page, as it is in their files. */
function htmlCode(folder: string, watch: (file: string) => void): string {
  const text = (name: string) => {
    const file = join(folder, name);
    if (!existsSync(file)) return "''";
    watch(file);
    return JSON.stringify(readFileSync(file, 'utf8'));
  };
  return `export const head = ${text('head.html')};\nexport const footer = ${text('footer.html')};\n`;
}
