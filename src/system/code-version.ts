/**
 * Versions of the code that makes something, read from the code itself: what was made may be kept
 * only while the modules and packages that made it stay the same.
 */
import { existsSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, extname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareText } from '../garden/diagnostic.ts';
import { digestOf } from './disk.ts';

/** Static and dynamic imports, re-exports, and `import.meta.resolve('…')`; types leave no trace. */
const importPattern =
  /(?:^|[\n;])\s*(?:import|export)\s(?!type\b)(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|(?:\bimport|\bimport\.meta\.resolve|\brequire)\(\s*['"`]([^'"`$]+)/g;
/** Files that a module names beside itself: `new URL('./worker.ts', import.meta.url)`. */
const filePattern = /new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g;

const versions = new Map<string, string>();

/**
 * Digest of the modules at these file URLs, of all that they import (types apart), and of the
 * installed versions of the packages among it, with what those depend on. Each is read once per run.
 * @throws Error when a module that is imported does not exist.
 */
export function codeVersion(...modules: readonly string[]): string {
  const key = modules.join('\n');
  const known = versions.get(key);
  if (known !== undefined) return known;
  const found = collect(modules.map((module) => fileURLToPath(module)));
  const code = [...found.files].sort(([a], [b]) => compareText(a, b)).map(([, text]) => text);
  const version = digestOf(...code, ...[...packagesBelow(found.packages)].sort(compareText));
  versions.set(key, version);
  return version;
}

/** `name version` of every package that the project at this `package.json` needs to run, sorted. */
export function packageVersions(manifest: string): readonly string[] {
  return [...packagesBelow(new Map([['', manifest]]))].sort(compareText);
}

interface Found {
  /** Text by location. */
  readonly files: Map<string, string>;
  /** Folder of `package.json` by name, as the importing module finds it. */
  readonly packages: Map<string, string>;
}

function collect(entries: readonly string[]): Found {
  const found: Found = { files: new Map(), packages: new Map() };
  const pending = [...entries];
  for (let location = pending.pop(); location !== undefined; location = pending.pop()) {
    if (found.files.has(location)) continue;
    const { text, files, packages } = moduleAt(location);
    found.files.set(location, text);
    pending.push(...files);
    for (const [name, manifest] of packages) {
      if (!found.packages.has(name)) found.packages.set(name, manifest);
    }
  }
  return found;
}

/** A module, and what it imports. */
interface Module {
  readonly text: string;
  /** Locations of modules of the project, and of files beside it. */
  readonly files: readonly string[];
  /** Manifests of packages by name. */
  readonly packages: ReadonlyMap<string, string>;
}

/** Modules by location: several versions are made of the same ones. */
const modules = new Map<string, Module>();

function moduleAt(location: string): Module {
  const known = modules.get(location);
  if (known) return known;
  const text = readFileSync(location, 'utf8');
  const read = isModule(location) ? importsIn(text, location) : { files: [], packages: new Map() };
  const module = { text, ...read };
  modules.set(location, module);
  return module;
}

function importsIn(text: string, location: string): Omit<Module, 'text'> {
  const files: string[] = [];
  const packages = new Map<string, string>();
  for (const specifier of importsOf(text)) {
    if (/^[./]/.test(specifier)) files.push(resolve(dirname(location), specifier));
    else addPackage(packages, specifier, location);
  }
  for (const [, path = ''] of text.matchAll(filePattern)) {
    const named = resolve(dirname(location), path);
    if (extname(named) !== '' && existsSync(named)) files.push(named);
  }
  return { files, packages };
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

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** `name version` of the packages and of all that they depend on. */
function packagesBelow(packages: ReadonlyMap<string, string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const named = new Set<string>();
  const pending = [...packages.values()];
  for (let manifest = pending.pop(); manifest !== undefined; manifest = pending.pop()) {
    if (seen.has(manifest)) continue;
    seen.add(manifest);
    const { label, below } = installedPackage(manifest);
    named.add(label);
    pending.push(...below);
  }
  return named;
}

interface InstalledPackage {
  /** `name version`. */
  readonly label: string;
  /** Manifests of what it depends on. */
  readonly below: readonly string[];
}

/** Packages by their manifests: several versions are made of the same ones. */
const installed = new Map<string, InstalledPackage>();

function installedPackage(manifest: string): InstalledPackage {
  const known = installed.get(manifest);
  if (known) return known;
  const {
    name,
    version,
    dependencies = {},
  } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const below = Object.keys(dependencies)
    .map((dependency) => manifestOf(dependency, manifest))
    .filter((location) => location !== null);
  const found = { label: `${name} ${version}`, below };
  installed.set(manifest, found);
  return found;
}

/** Where a dependency is installed: beside the package that asks, or in a folder above. */
function manifestOf(name: string, from: string): string | null {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const manifest = resolve(folder, 'node_modules', name, 'package.json');
    if (existsSync(manifest)) return manifest;
    if (folder === dirname(folder)) return null;
  }
}
