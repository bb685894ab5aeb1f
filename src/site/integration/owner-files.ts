/**
 * Puts the owner's files into the pages' code. Their settings are a part of it in development only: a
 * build compiles the code once, and what renders pages with it hands the settings over.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { type FSWatcher, watch } from 'chokidar';
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

const themeFile = 'theme.css';
/** Paths below the notes of the owner's HTML for the head and the footer. */
const htmlFiles = ['head.html', 'footer.html'].map((name) => join(ownerFolder, name));
/** How long files rest before the pages are made again. In ms: longer than a watch drops changes. */
const restMs = 100;

/**
 * An Astro integration for the notes in a folder. In development a change of them shows at once.
 * `isKept` says that the compiled pages are kept, and get the settings when they run.
 */
export function ownerFiles(notes: string, isKept: boolean): AstroIntegration {
  const folder = resolve(notes, ownerFolder);
  let watcher: FSWatcher | undefined;
  return {
    name: 'owner-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        watcher = reloadOnChange(server, notes, folder);
      },
      'astro:server:done': () => watcher?.close(),
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
  const theme = join(folder, themeFile);
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
      if (!isOwnerModule(id)) return null;
      if (isKept) return 'export const site = globalThis.gardenSettings;';
      return `export const site = ${JSON.stringify(loadSettings(notes))};`;
    },
  };
}

/** Whether a module is made of the owner's settings, or of a file of theirs that may come and go. */
function isOwnerModule(id: string): boolean {
  const names = [htmlModule, tokensModule, themeModule].map((name) => `\0${name}`);
  return names.includes(id) || settingsModule.test(id.replace(/\?.*$/u, ''));
}

/** Whether Vite can read a file by its path: what follows these signs it takes for no part of the path. */
function isAddress(path: string): boolean {
  return !/[#%?]/u.test(path);
}

/**
 * Makes the owner's modules again once the settings or the owner's HTML and styles rest. Vite alone would
 * know no file that was not there when its module was made, nor one whose module failed, nor one in a folder
 * that comes later; and it would miss a change that follows another within 50 ms, which watches drop.
 */
function reloadOnChange(server: ViteDevServer, notes: string, folder: string): FSWatcher {
  const files = new Set([settingsFile, ...htmlFiles].map((name) => resolve(notes, name)));
  const theme = join(folder, themeFile);
  const watched = new Set([resolve(notes), folder, theme, ...files]);
  const watcher = watch(resolve(notes), {
    ignored: (path) => !watched.has(resolve(path)),
    ignoreInitial: true,
  });
  let timer: NodeJS.Timeout | undefined;
  let isOtherTheme = false;
  const reload = () => {
    for (const { moduleGraph, hot } of Object.values(server.environments)) {
      for (const [id, module] of moduleGraph.idToModuleMap) {
        if (isOwnerModule(id)) moduleGraph.invalidateModule(module);
      }
      // Another module stands for the styles now: what imports them has to be made again.
      if (isOtherTheme) moduleGraph.invalidateAll();
      hot.send({ type: 'full-reload' });
    }
    isOtherTheme = false;
  };
  return watcher.on('all', (event, path) => {
    const file = resolve(path);
    // A stylesheet that is a module of its own shows its changes without loading the page again.
    const isTheme = file === theme && (event !== 'change' || !isAddress(theme));
    if (!files.has(file) && !isTheme) return;
    isOtherTheme ||= isTheme;
    clearTimeout(timer);
    timer = setTimeout(reload, restMs);
  });
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
