/**
 * A command as few files: to find and load a thousand modules takes longer than many a command itself. What
 * is bundled is kept in the cache and used as long as every module that went into it is as it was.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installedList, stateOf } from '../system/file-state.ts';

interface Kept {
  readonly node: string;
  /** File name of the command among the bundled ones. */
  readonly entry: string;
  /** Every file that went into it, and npm's list of what is installed, each with times and size. */
  readonly files: readonly (readonly [path: string, state: string])[];
}

/** The bundled command as a file URL; null where there is none, or any file of it is another one now. */
export function keptCommand(name: string, cache: string): string | null {
  try {
    const place = join(cache, 'commands', name);
    const kept = JSON.parse(readFileSync(join(place, 'files.json'), 'utf8')) as Kept;
    const isCurrent =
      kept.node === process.version && kept.files.every(([path, state]) => stateOf(path) === state);
    return isCurrent ? pathToFileURL(join(place, kept.entry)).href : null;
  } catch {
    return null;
  }
}

/**
 * Bundles the command at `source` for later runs. Nothing is kept of a command that cannot be bundled: it
 * runs from its modules then.
 */
export async function keepCommand(name: string, source: string, cache: string): Promise<void> {
  const folder = join(cache, 'commands');
  const draft = join(folder, `${name}.${process.pid}.part`);
  try {
    await mkdir(draft, { recursive: true });
    const kept = await bundle(fileURLToPath(source), draft);
    await writeFile(join(draft, 'files.json'), JSON.stringify(kept));
    await replace(join(folder, name), draft);
  } catch {
    await rm(draft, { recursive: true, force: true });
  }
}

/** A run that uses the old files may load one of them late: they stay until the next time. */
async function replace(place: string, draft: string): Promise<void> {
  const old = `${place}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(place)) await rename(place, old);
  await rename(draft, place);
}

async function bundle(source: string, out: string): Promise<Kept> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    ...{ entryPoints: [source], outdir: out, bundle: true, splitting: true, metafile: true },
    ...{ format: 'esm', platform: 'node', target: 'esnext', logLevel: 'silent' },
    absWorkingDir: dirname(source),
    banner: { js: requireOfNode },
    outExtension: { '.js': '.mjs' },
    plugins: [{ name: 'places', setup: keepPlaces }],
  });
  const files = Object.keys(metafile.inputs).map((path) => join(dirname(source), path));
  const listed = installedList(dirname(source));
  if (listed === null) throw new Error(`No list says what is installed for ${source}.`);
  return {
    ...{ node: process.version, entry: entryName(source) },
    files: [...files, listed].map((path) => [path, stateOf(path) ?? ''] as const),
  };
}

/** What CommonJS asks for modules of Node. */
const requireOfNode =
  "import { createRequire as requireAt } from 'node:module'; const require = requireAt(import.meta.url);";

function entryName(source: string): string {
  return source.replace(/^.*[\\/]/u, '').replace(/\.ts$/u, '.mjs');
}

/** Modules still know where they are; packages of CommonJS are loaded from where they are. */
function keepPlaces(build: import('esbuild').PluginBuild): void {
  build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...options }) => {
    if (pluginData === isAsked || path.startsWith('node:') || options.kind === 'entry-point')
      return;
    const found = await build.resolve(path, { ...options, pluginData: isAsked });
    if (found.errors.length > 0 || found.external) return found;
    if (isModule(found.path) || manyFiles.has(path)) return found;
    return { path: pathToFileURL(found.path).href, external: true };
  });
  build.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('import.meta')) return;
    const url = JSON.stringify(pathToFileURL(path).href);
    const contents = text
      .replaceAll('import.meta.url', url)
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      .replaceAll(
        /\bimport\.meta\.resolve\(/g,
        `((name) => name.startsWith('.') ? new URL(name, ${url}).href : import.meta.resolve(name))(`,
      );
    return { contents, loader: path.endsWith('ts') ? 'ts' : 'js' };
  });
}

/** Packages of CommonJS in many files that load nothing but each other. */
const manyFiles = new Set(['yaml']);

const isAsked = Symbol('the resolution of this plugin itself');

/** Whether a file is an ECMAScript module, by its name or by the package that it is in. */
function isModule(path: string): boolean {
  if (/\.mjs$|\.[cm]?ts$/u.test(path)) return true;
  if (!path.endsWith('.js')) return false;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, type } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
    if (name !== undefined || type !== undefined) return type === 'module';
  }
  return false;
}
