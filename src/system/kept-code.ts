/**
 * What was read of the code itself, kept between runs. A file is read again when its times or its size
 * changed (no program can set the time of a change), and all of them when packages were installed.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownValue } from '../garden/own-value.ts';
import { sealed, unsealed } from './disk.ts';
import { installedList, stateOf } from './file-state.ts';

/** A module, and what it imports. */
export interface ReadModule {
  /** Digest of its text. */
  readonly digest: string;
  /** Locations of modules of the project, and of files beside it. */
  readonly files: readonly string[];
  /** Names and manifests of packages. */
  readonly packages: readonly (readonly [name: string, manifest: string])[];
  /** Whether what it imports may be another thing in the next run though its text stays. */
  readonly passing: boolean;
}

export interface InstalledPackage {
  /** `name version`. */
  readonly label: string;
  /** Manifests of what it depends on. */
  readonly below: readonly string[];
}

interface Kept<Value> {
  /** Times and size that the file had. */
  readonly state: string;
  readonly value: Value;
}

interface KeptCode {
  readonly installed: string;
  readonly modules: Readonly<Record<string, Kept<ReadModule>>>;
  readonly packages: Readonly<Record<string, Kept<InstalledPackage>>>;
}

/** Of this run: each file is looked at once. */
const modules = new Map<string, Kept<ReadModule>>();
const packages = new Map<string, Kept<InstalledPackage>>();

let before: KeptCode | null = null;
let isChanged = false;

/**
 * Takes what an earlier run read of the code from this file, and writes it there when the process ends.
 * Without npm's list of what is installed for `project`, nothing is taken and nothing is kept.
 */
export function keepCode(location: string, project: string): void {
  const list = installedList(project);
  const installed = list === null ? null : stateOf(list);
  if (installed === null || before !== null) return;
  const found = readKept(location);
  isChanged = found?.installed !== installed;
  before = isChanged || !found ? { installed, modules: {}, packages: {} } : found;
  process.on('exit', () => {
    if (isChanged) save(location, installed);
  });
}

/** A module as it was read before, else as `read` gives it. */
export function keptModule(location: string, read: () => ReadModule): ReadModule {
  return kept(modules, before?.modules, location, read, isLasting);
}

/** A package as it was read before, else as `read` gives it. */
export function keptPackage(manifest: string, read: () => InstalledPackage): InstalledPackage {
  return kept(packages, before?.packages, manifest, read, () => true);
}

function isLasting({ passing }: ReadModule): boolean {
  return !passing;
}

function kept<Value>(
  known: Map<string, Kept<Value>>,
  earlier: Readonly<Record<string, Kept<Value>>> | undefined,
  location: string,
  read: () => Value,
  lasts: (value: Value) => boolean,
): Value {
  const found = known.get(location);
  if (found) return found.value;
  const state = (earlier && stateOf(location)) ?? '';
  const old = earlier && ownValue(earlier, location);
  const isSame = old !== undefined && old.state === state;
  const entry = isSame ? old : { state, value: read() };
  if (!isSame && lasts(entry.value)) isChanged = true;
  known.set(location, entry);
  return entry.value;
}

function readKept(location: string): KeptCode | null {
  try {
    const bytes = unsealed(readFileSync(location));
    return bytes && JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return null;
  }
}

/** An error (a full disk, no permission) costs the next run some time and nothing else. */
function save(location: string, installed: string): void {
  const content: KeptCode = {
    installed,
    modules: merged(before?.modules, modules, isLasting),
    packages: merged(before?.packages, packages, () => true),
  };
  const draft = join(dirname(location), `${process.pid}.code.part`);
  try {
    writeFileSync(draft, sealed(Buffer.from(JSON.stringify(content))));
    renameSync(draft, location);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** What both runs know of files that still exist: another command asks for other modules. */
function merged<Value>(
  earlier: Readonly<Record<string, Kept<Value>>> = {},
  known: ReadonlyMap<string, Kept<Value>>,
  lasts: (value: Value) => boolean,
): Record<string, Kept<Value>> {
  const others = Object.entries(earlier).filter(([path]) => !known.has(path) && existsSync(path));
  const own = [...known].filter(([, { state, value }]) => state !== '' && lasts(value));
  return Object.fromEntries([...others, ...own]);
}
