/**
 * Loads the owner's plugins: the modules of `.garden/plugins/` and the packages that `garden.yaml`
 * names. Each is bundled in memory, so that every change of its own files and packages counts, and is
 * run as a module without a file: nothing is written. Folders inside of vaults are never looked at.
 */
import { readdir } from 'node:fs/promises';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareText, type Diagnostic, failedPlugin } from '../../garden/diagnostic.ts';
import { noExtensions } from '../../garden/extension.ts';
import { checkPlugin } from '../../plugins/check-plugin.ts';
import {
  extensionsOf,
  type LoadedPlugin,
  type PluginExtensions,
} from '../../plugins/extensions.ts';
import { codeVersion } from '../../system/code-version.ts';
import { digestOf } from '../../system/disk.ts';

/** The owner's folder of plugins, below the notes folder. */
export const pluginsFolder = '.garden/plugins';

/** Which packages are plugins, and which plugins' HTML is let through unchanged, by name. */
export interface PluginSettings {
  readonly packages: readonly string[];
  readonly trusted: readonly string[];
  /** Milliseconds that all plugins together may take for one note; ten seconds when left out. */
  readonly timeMs?: number;
}

/** What asks the plugins: kept answers depend on it, too. */
const extensionsModule = import.meta.resolve('../../plugins/extensions.ts');

/** What is known of a plugin that was looked for. */
export interface PluginReport {
  readonly name: string;
  /** File below the notes folder, or name of the package. */
  readonly from: string;
  readonly hooks: readonly string[];
  readonly trusted: boolean;
  /** Why it is not used; '' where it is. */
  readonly fault: string;
}

export interface Plugins {
  readonly loaded: readonly LoadedPlugin[];
  readonly extensions: PluginExtensions;
  /** Milliseconds that they may take for one note, and each of them for its pages. */
  readonly timeMs: number;
  /** Changes with the code of any plugin; '' without plugins. */
  readonly version: string;
  readonly reports: readonly PluginReport[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Milliseconds that a module may take until it is ready, and plugins for one note. */
const usualTimeMs = 10_000;

export const noPlugins: Plugins = {
  loaded: [],
  extensions: { ...noExtensions, stopRunning: () => false, missing: () => 0 },
  timeMs: usualTimeMs,
  version: '',
  reports: [],
  diagnostics: [],
};

/** Loads the plugins of the notes in a folder. Those that fail are reported and left out. */
export async function loadPlugins(notes: string, settings: PluginSettings): Promise<Plugins> {
  const sources = [...(await ownFiles(notes)), ...settings.packages.map(packageSource(notes))];
  if (sources.length === 0) return noPlugins;
  const loaded: LoadedPlugin[] = [];
  const reports: PluginReport[] = [];
  const versions: string[] = [];
  for (const { from, location } of sources) {
    const taken = new Set(loaded.map(({ plugin }) => plugin.name));
    const { plugin, digest, fault } = await loadPlugin(from, location, taken);
    const name = plugin?.name ?? from;
    const trusted = settings.trusted.includes(name);
    reports.push({ name, from, hooks: plugin ? hooksOf(plugin) : [], trusted, fault });
    if (plugin === null) continue;
    loaded.push({ plugin, isTrusted: trusted });
    versions.push(digest, String(trusted));
  }
  return {
    loaded,
    extensions: extensionsOf(loaded),
    timeMs: settings.timeMs ?? usualTimeMs,
    version: digestOf(codeVersion(extensionsModule), ...versions),
    reports,
    diagnostics: reports
      .filter(({ fault }) => fault !== '')
      .map(({ name, from, fault }) => failedPlugin(name, placeOf(from), fault)),
  };
}

interface PluginSource {
  readonly from: string;
  /** The module, or null where the package is not installed. */
  readonly location: string | null;
}

async function ownFiles(notes: string): Promise<PluginSource[]> {
  const names = await readdir(join(notes, pluginsFolder)).catch(() => []);
  const modules = names.filter((name) => /^[^._].*\.(?:mjs|js|ts)$/u.test(name));
  return modules.sort(compareText).map((name) => {
    return { from: `${pluginsFolder}/${name}`, location: resolve(notes, pluginsFolder, name) };
  });
}

/** A package is looked for from the notes folder, then from `.garden/`, then beside the garden itself. */
function packageSource(notes: string): (name: string) => PluginSource {
  const places = [resolve(notes, 'x'), resolve(notes, '.garden', 'x'), import.meta.filename];
  return (name) => {
    const found = places.map((place) => moduleOf(name, place)).find((path) => path !== null);
    return { from: name, location: found ?? null };
  };
}

function moduleOf(name: string, from: string): string | null {
  try {
    const manifest = findPackageJSON(name, pathToFileURL(from));
    if (manifest === undefined) return null;
    return createRequire(manifest).resolve(name);
  } catch {
    return moduleBeside(name, from);
  }
}

/** The module of a package that only `import` may load, which `require.resolve` does not find. */
function moduleBeside(name: string, from: string): string | null {
  try {
    const manifest = findPackageJSON(name, pathToFileURL(from));
    if (manifest === undefined) return null;
    const { exports, main } = createRequire(manifest)(manifest) as {
      exports?: unknown;
      main?: string;
    };
    const entry = entryOf(exports) ?? main ?? 'index.js';
    return join(dirname(manifest), entry);
  } catch {
    return null;
  }
}

function entryOf(exports: unknown): string | null {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return null;
  const { '.': root, import: imported, node, default: other } = exports as Record<string, unknown>;
  return entryOf(root) ?? entryOf(imported) ?? entryOf(node) ?? entryOf(other);
}

interface LoadResult {
  readonly plugin: LoadedPlugin['plugin'] | null;
  readonly digest: string;
  readonly fault: string;
}

async function loadPlugin(
  from: string,
  location: string | null,
  taken: ReadonlySet<string>,
): Promise<LoadResult> {
  const failed = (fault: string): LoadResult => ({ plugin: null, digest: '', fault });
  if (location === null) return failed('the package is not installed beside the notes.');
  try {
    const code = await bundled(location);
    const digest = digestOf(code);
    const module = await evaluated(code, digest);
    const checked = checkPlugin(module['default'], from);
    if (checked.plugin === null) return failed(checked.fault);
    if (taken.has(checked.plugin.name)) {
      return failed(`another plugin is called “${checked.plugin.name}”, too.`);
    }
    return { plugin: checked.plugin, digest, fault: '' };
  } catch (error) {
    return failed(firstLine(error));
  }
}

/** One module with all that it imports, but for what Node brings. @throws Error */
async function bundled(location: string): Promise<string> {
  // Loading the bundler takes longer than an import in which nothing changed.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [location],
    absWorkingDir: dirname(location),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(location).href) },
  });
  return outputFiles[0]?.text ?? '';
}

type Module = Readonly<Record<string, unknown>>;

/** Modules that have run, by digest: the same code is the same plugin. */
const modules = new Map<string, Promise<Module>>();

async function evaluated(code: string, digest: string): Promise<Module> {
  const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const module = modules.get(digest) ?? (import(address) as Promise<Module>);
  modules.set(digest, module);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it is not ready after ten seconds.')), usualTimeMs);
  });
  return Promise.race([module, late]).finally(() => clearTimeout(timer));
}

function hooksOf(plugin: LoadedPlugin['plugin']): string[] {
  const named = (hooks: object | undefined, kind: string) =>
    Object.keys(hooks ?? {}).map((name) => `${kind} ${name}`);
  return [
    ...named(plugin.fence, 'fence'),
    ...named(plugin.macro, 'macro'),
    ...(plugin.transform ? ['transform'] : []),
    ...(plugin.page ? ['page'] : []),
  ];
}

/** The file that names a plugin. */
function placeOf(from: string): string {
  return from.startsWith(`${pluginsFolder}/`) ? from : 'garden.yaml';
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // The bundler counts its errors in the first line and says in the next ones what they are.
  return (/^Build failed/u.test(lines[0] ?? '') ? lines[1] : lines[0]) ?? 'it cannot be loaded.';
}
