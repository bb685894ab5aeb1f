/**
 * Versions of the code that makes something, read from the code itself: what was made may be kept
 * only while the modules and packages that made it stay the same.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareText } from '../garden/diagnostic.ts';
import { digestOf } from './disk.ts';
import { packagesBelow } from './installed-packages.ts';
import { keptModule, type ReadModule } from './kept-code.ts';
import { importsIn } from './module-imports.ts';

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
  const files = [...found.files].sort(([a], [b]) => compareText(a, b));
  const packages = [...packagesBelow(found.packages.values())].sort(compareText);
  const version = digestOf(...files.map(([, digest]) => digest), ...packages);
  versions.set(key, version);
  return version;
}

/** `name version` of every package that the project at this `package.json` needs to run, sorted. */
export function packageVersions(manifest: string): readonly string[] {
  return [...packagesBelow([manifest])].sort(compareText);
}

interface Found {
  /** Digest of the text by location. */
  readonly files: Map<string, string>;
  /** Folder of `package.json` by name, as the importing module finds it. */
  readonly packages: Map<string, string>;
}

function collect(entries: readonly string[]): Found {
  const found: Found = { files: new Map(), packages: new Map() };
  const pending = [...entries];
  for (let location = pending.pop(); location !== undefined; location = pending.pop()) {
    if (found.files.has(location)) continue;
    const { digest, files, packages } = moduleAt(location);
    found.files.set(location, digest);
    pending.push(...files);
    for (const [name, manifest] of packages) {
      if (!found.packages.has(name)) found.packages.set(name, manifest);
    }
  }
  return found;
}

function moduleAt(location: string): ReadModule {
  return keptModule(location, () => {
    const text = readFileSync(location, 'utf8');
    const { files, packages, misses } = importsIn(text, location);
    return { digest: digestOf(text), files, packages: [...packages], passing: misses };
  });
}
