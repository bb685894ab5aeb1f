/**
 * Checks that the folders a command writes are its own before anything in them is changed: a wrong
 * `--out` must never cost the owner a file.
 */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findVaults, isNote } from '../garden/parse/find-vaults.ts';
import { checkNotesFolder, ownerFolder } from '../settings/load-settings.ts';
import { errorCode } from '../system/error-code.ts';
import { readMarker, writeMarker } from '../system/folder-marker.ts';
import { UsageError } from '../system/usage-error.ts';
import { type FolderKind, isFormerOutput } from './former-output.ts';

/** A folder that a command writes. */
export interface OutputFolder {
  readonly kind: FolderKind;
  /** As the user wrote it. */
  readonly path: string;
}

export interface Claim {
  readonly notes: string;
  readonly outputs: readonly OutputFolder[];
  /** Accept a folder with other files in it, as long as none of them is a note. */
  readonly force: boolean;
}

/**
 * Claims the output folders of a command: checks all of them, then creates and marks them.
 * @throws UsageError, with nothing changed, where there are no notes, and for a folder that is, contains or is below the notes, is the
 * root of a repository, holds the home folder or the working folder, overlaps another output, or has
 * content that the garden did not write.
 */
export async function claimFolders({ notes, outputs, force }: Claim): Promise<void> {
  checkNotesFolder(notes);
  for (const output of outputs) {
    checkPlace(output, notes);
    for (const other of outputs) if (other !== output) checkOverlap(output, other);
  }
  const owned = await Promise.all(outputs.map((output) => isOwned(output, force)));
  for (const [index, { path }] of outputs.entries()) {
    await makeFolder(path);
    if (!owned[index]) await writeMarker(path, 'incomplete');
  }
}

function checkPlace({ path }: OutputFolder, notes: string): void {
  checkNoFileAt(path);
  if (isSame(path, notes)) refuse(path, 'it is the folder of the notes');
  if (isInside(notes, path)) refuse(path, 'it holds the notes');
  // Programs that read notes skip the owner's folder, so output may be below it.
  if (isInside(path, notes) && !isInside(path, join(notes, ownerFolder))) {
    refuse(path, 'it is among the notes');
  }
  for (const [place, what] of [
    [homedir(), 'your home folder'],
    ['.', 'the folder that the command runs in'],
  ] as const) {
    if (isSame(path, place) || isInside(place, path)) refuse(path, `it is or holds ${what}`);
  }
  if (exists(join(path, '.git'))) refuse(path, 'it is the root of a git repository');
}

/** @throws UsageError where a file is at the place of a folder, or above it. */
function checkNoFileAt(path: string): void {
  const places = [path, ...ancestorsOf(resolve(path))];
  const obstacle = places.find(exists);
  if (obstacle === undefined || statSync(obstacle, { throwIfNoEntry: false })?.isDirectory())
    return;
  throw new UsageError(`“${obstacle}” is a file, not a folder: rename or move it.`);
}

function checkOverlap(output: OutputFolder, other: OutputFolder): void {
  if (isSame(output.path, other.path) || isInside(other.path, output.path)) {
    refuse(output.path, `it is or holds “${other.path}”, which the same command writes`);
  }
}

/** Whether a folder has a marker. @throws UsageError for a folder that must not be written. */
async function isOwned({ kind, path }: OutputFolder, force: boolean): Promise<boolean> {
  if ((await readMarker(path)) !== null) return true;
  const names = exists(path) ? readdirSync(path) : [];
  if (names.length === 0 || isFormerOutput(kind, path, names)) return false;
  const hint = 'choose another folder';
  if (holdsNotes(path)) {
    throw new UsageError(`“${path}” holds notes, which would be deleted: ${hint}.`);
  }
  if (force) return false;
  throw new UsageError(
    `“${path}” holds files that the garden did not write: ${hint}, or let it replace them with --force.`,
  );
}

/** Whether a note, or the settings of a vault, is anywhere below a folder. */
function holdsNotes(folder: string): boolean {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return (
    paths.some((path) => isNote(path) || /\.(?:canvas|base|org)$/i.test(path)) ||
    findVaults(paths).length > 0
  );
}

function refuse(path: string, reason: string): never {
  throw new UsageError(
    `“${path}” cannot be written: ${reason}, and the garden would delete files there. Choose another folder.`,
  );
}

function isSame(path: string, other: string): boolean {
  const [a, b] = [identity(path), identity(other)];
  return resolve(path) === resolve(other) || (a !== null && a === b);
}

/** Whether a path is below a folder, by the folders themselves: links and letter case do not matter. */
function isInside(path: string, folder: string): boolean {
  const target = identity(folder);
  return [resolve(path), realPathOf(path)].some((start) =>
    ancestorsOf(start).some((ancestor) =>
      target === null ? ancestor === resolve(folder) : identity(ancestor) === target,
    ),
  );
}

function ancestorsOf(path: string): string[] {
  const ancestors: string[] = [];
  for (let current = path; dirname(current) !== current; ) {
    current = dirname(current);
    ancestors.push(current);
  }
  return ancestors;
}

/** A path with the symbolic links of its existing part resolved. */
function realPathOf(path: string): string {
  const absolute = resolve(path);
  const ancestors = [absolute, ...ancestorsOf(absolute)];
  const existing = ancestors.find(exists) ?? absolute;
  try {
    return join(realpathSync.native(existing), absolute.slice(existing.length));
  } catch {
    return absolute;
  }
}

/** What identifies an existing folder, or null where there is none. */
function identity(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev}:${found.ino}` : null;
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Nothing is below a file.
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Creates a folder. Node reports a read-only file system as a folder that does not exist. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new UsageError(`The folder “${path}” cannot be created: is the disk read-only?`);
  }
}
