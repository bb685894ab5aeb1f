/** What a module imports, read from its text. */
import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface ModuleImports {
  /** Locations of modules of the project, and of files beside it. */
  readonly files: readonly string[];
  /** Manifests of packages by name. */
  readonly packages: ReadonlyMap<string, string>;
  /** Whether it names a file beside itself that does not exist: it may be there in the next run. */
  readonly misses: boolean;
}

/** Static and dynamic imports, re-exports, and `import.meta.resolve('…')`; types leave no trace. */
const importPattern =
  /(?:^|[\n;])\s*(?:import|export)\s(?!type\b)(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|(?:\bimport|\bimport\.meta\.resolve|\brequire)\(\s*['"`]([^'"`$]+)/g;
/** Files that a module names beside itself: `new URL('./worker.ts', import.meta.url)`. */
const filePattern = /new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g;

/** The imports of a module with this text at this location; none of a file that is no module. */
export function importsIn(text: string, location: string): ModuleImports {
  const files: string[] = [];
  const packages = new Map<string, string>();
  let misses = false;
  if (!isModule(location)) return { files, packages, misses };
  for (const specifier of importsOf(text)) {
    if (/^[./]/.test(specifier)) files.push(resolve(dirname(location), specifier));
    else addPackage(packages, specifier, location);
  }
  for (const [, path = ''] of text.matchAll(filePattern)) {
    const named = resolve(dirname(location), path);
    if (extname(named) === '') continue;
    if (existsSync(named)) files.push(named);
    else misses = true;
  }
  return { files, packages, misses };
}

function isModule(location: string): boolean {
  return /\.(?:[cm]?[jt]sx?|mdx|astro)$/.test(location);
}

function importsOf(text: string): string[] {
  return [...text.matchAll(importPattern)].flatMap(([, named, called]) => named ?? called ?? []);
}

function addPackage(packages: Map<string, string>, specifier: string, from: string): void {
  if (specifier.startsWith('node:') || specifier.startsWith('#')) return;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (packages.has(name)) return;
  const manifest = manifestOfImport(specifier, from);
  if (manifest !== null) packages.set(name, manifest);
}

/** The manifest of the package that an import means; null for words in a comment that look like one. */
function manifestOfImport(specifier: string, from: string): string | null {
  try {
    return findPackageJSON(specifier, pathToFileURL(from)) ?? null;
  } catch {
    return null;
  }
}
