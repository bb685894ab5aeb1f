/** Packages that are installed, with what they depend on. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type InstalledPackage, keptPackage } from './kept-code.ts';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** `name version` of the packages with these manifests and of all that they depend on. */
export function packagesBelow(manifests: Iterable<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const named = new Set<string>();
  const pending = [...manifests];
  for (let manifest = pending.pop(); manifest !== undefined; manifest = pending.pop()) {
    if (seen.has(manifest)) continue;
    seen.add(manifest);
    const { label, below } = installedPackage(manifest);
    named.add(label);
    pending.push(...below);
  }
  return named;
}

function installedPackage(manifest: string): InstalledPackage {
  return keptPackage(manifest, () => readPackage(manifest));
}

function readPackage(manifest: string): InstalledPackage {
  const text = readFileSync(manifest, 'utf8');
  const { name, version, dependencies = {} } = JSON.parse(text) as Manifest;
  const below = Object.keys(dependencies)
    .map((dependency) => manifestOf(dependency, manifest))
    .filter((location) => location !== null);
  return { label: `${name} ${version}`, below };
}

/** Where a dependency is installed: beside the package that asks, or in a folder above. */
function manifestOf(name: string, from: string): string | null {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const manifest = resolve(folder, 'node_modules', name, 'package.json');
    if (existsSync(manifest)) return manifest;
    if (folder === dirname(folder)) return null;
  }
}
