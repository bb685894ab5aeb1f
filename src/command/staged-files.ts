/**
 * The new files of a site, beside it until all of them are there: whoever serves the site while a build
 * runs, or after one was killed, serves the whole site of the build before.
 */
import { copyFileSync, renameSync, rmSync, type Stats, statSync, utimesSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder } from '../system/disk.ts';
import { errorCode } from '../system/error-code.ts';
import { withPath } from '../system/with-path.ts';

/** Files in a folder of their own, by the path that they get in the site. */
export class StagedFiles {
  readonly #folder: string;
  readonly #locations = new Map<string, string>();

  /** Stages files in `folder`, of which what an earlier build has left is removed. */
  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
  }

  /** Adds a file that `make` writes to a location. @returns its size and time, which it keeps in the site. */
  add(path: string, make: (location: string) => void): Stats {
    const location = join(this.#folder, String(this.#locations.size));
    inFolder(location, () => withPath(location, () => make(location)));
    this.#locations.set(path, location);
    return statSync(location);
  }

  /** Moves all files into the folder of the site: what pages load, the pages, then what lists them. */
  async moveInto(site: string): Promise<void> {
    const files = [...this.#locations].toSorted(([a], [b]) => rankOf(a) - rankOf(b));
    for (const [path, from] of files) {
      const to = join(site, path);
      inFolder(to, () => moveFile(from, to));
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/**
 * Lists, feeds and titles name pages, and the table of the search its files; a page names scripts, styles and
 * pictures.
 */
function rankOf(path: string): number {
  if (path.endsWith('.html')) return 1;
  return /\.(?:json|xml|txt|md)$|^search\/(?:table|titles)\.bin$/.test(path) ? 2 : 0;
}

/** Moves a file, or copies it, with its time, where it lies on another disk. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    const draft = `${to}.${process.pid}.part`;
    copyFileSync(from, draft);
    const { atime, mtime } = statSync(from);
    utimesSync(draft, atime, mtime);
    renameSync(draft, to);
  }
}
