/** Lists the files below a folder of notes, and what cannot be listed. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { compareText } from '../garden/diagnostic.ts';
import { isIgnored } from '../garden/parse/find-vaults.ts';
import { errorCode } from './error-code.ts';

/** A file of the notes folder. */
export interface FoundFile {
  /** Relative to the notes folder, '/'-separated, NFC: how the engine knows it. */
  readonly path: string;
  /** Where it really is. */
  readonly location: string;
}

/** A file or folder that is not listed, and why. */
export interface SkippedEntry {
  /** Relative to the folder, '/'-separated, NFC; invalid bytes appear as “�”. */
  readonly path: string;
  readonly reason: 'name' | 'folder' | 'link' | 'kind';
  /** The system's error code, or ''. */
  readonly code: string;
}

export interface Walk {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly SkippedEntry[];
}

/**
 * All files below a folder in order of path, without dependencies and version control, and what was
 * skipped: names that are no UTF-8, folders that cannot be listed, symbolic links, sockets and
 * devices. Settings in dot folders are listed, since vaults keep theirs there. A symbolic link to a file
 * or folder inside of `folder` that is not above the link is followed; others are skipped: what lies
 * outside of the notes was not meant to be published, and a link to what is above it has no end.
 * @throws the file system's error when the folder itself cannot be read.
 */
export async function walkFiles(folder: string): Promise<Walk> {
  const files: FoundFile[] = [];
  const skipped: SkippedEntry[] = [];
  const pending: FoundFile[] = [{ location: folder, path: '' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { location, path: parent } = next;
    for (const entry of await entriesOf(next, skipped)) {
      const path = (parent === '' ? entry.name : `${parent}/${entry.name}`).normalize('NFC');
      const place = { path, location: join(location, entry.name) };
      const kind = await kindOf(entry, place, folder);
      if (kind === 'file') files.push(place);
      else if (kind === 'tree') pending.push(place);
      else if (!isIgnored(`${path}/`)) skipped.push({ path, reason: kind, code: '' });
    }
  }
  return { files: files.sort(byPath), skipped: skipped.sort(byPath) };
}

/** The entries of a folder. A folder below the top that cannot be listed has none and is skipped. */
async function entriesOf(
  { location, path }: FoundFile,
  skipped: SkippedEntry[],
): Promise<Dirent[]> {
  try {
    return await readdir(location, { withFileTypes: true });
  } catch (error) {
    if (path === '') throw error;
    const code = errorCode(error);
    // Without an entry of its own it was removed since its parent was listed.
    if (code !== 'ENOENT') skipped.push({ path, reason: 'folder', code });
    return [];
  }
}

async function kindOf(
  entry: Dirent,
  place: FoundFile,
  top: string,
): Promise<'file' | 'tree' | SkippedEntry['reason']> {
  const { location } = place;
  // Node replaces bytes that are no UTF-8, and the replaced name leads nowhere.
  if (entry.name.includes('\ufffd') && !(await isThere(location))) return 'name';
  if (entry.isDirectory()) return isWorthReading(entry.name) ? 'tree' : 'kind';
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? linkedKind(entry.name, place, top) : 'kind';
}

/** What a symbolic link leads to, where it may be followed. */
async function linkedKind(
  name: string,
  { location }: FoundFile,
  top: string,
): Promise<'file' | 'tree' | 'link' | 'kind'> {
  try {
    const [target, inside] = await Promise.all([realpath(location), realpath(top)]);
    const isInside = target.startsWith(`${inside}${sep}`);
    if (!isInside || isHidden(target.slice(inside.length))) return 'link';
    for (let above = dirname(location); ; above = dirname(above)) {
      // A link to a folder that it is in, by whatever way, has no end.
      if (`${await realpath(above)}${sep}`.startsWith(`${target}${sep}`)) return 'link';
      if (above.length <= top.length) break;
    }
    const found = await stat(location);
    if (found.isFile()) return 'file';
    return found.isDirectory() && isWorthReading(name) ? 'tree' : 'kind';
  } catch {
    return 'link';
  }
}

/** Whether a link would show what the walk leaves out: `.git`, `.trash`, dependencies. */
function isHidden(target: string): boolean {
  return target.split(sep).some((part) => part !== '' && !isWorthReading(part));
}

async function isThere(location: string): Promise<boolean> {
  return (await lstat(location).catch(() => null)) !== null;
}

function isWorthReading(name: string): boolean {
  if (name === '.obsidian') return true;
  return !isIgnored(`${name}/`) && !name.startsWith('.');
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}
