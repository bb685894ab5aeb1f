/**
 * The new files of a site, beside it until all of them are there: whoever serves the site while a build
 * runs, or after one was killed, serves the whole site of the build before.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inFolder } from '../system/disk.ts';
import { errorCode } from '../system/error-code.ts';
import { withPath } from '../system/with-path.ts';

/** Files in a folder of their own, by the path that they get in the site. */
export class StagedFiles {
  readonly #folder: string;
  readonly #isFirst: boolean;
  /** Files of a site that is there already: each gets into its place alone. */
  readonly #locations = new Map<string, string>();
  /** Folders of a first site. */
  readonly #made = new Set<string>();

  /**
   * Stages files in `folder`, of which what an earlier build has left is removed. Those of the first build,
   * which finds no file in the site, lie as they will in the site: folders are moved whole.
   */
  constructor(folder: string, isFirst: boolean) {
    this.#folder = folder;
    this.#isFirst = isFirst;
    rmSync(folder, { recursive: true, force: true });
  }

  /** Adds a file that `make` writes to a location. @returns its size and time, which it keeps in the site. */
  add(path: string, make: (location: string) => void): Stats {
    const name = this.#isFirst ? path : String(this.#locations.size);
    const location = join(this.#folder, name);
    inFolder(location, () => {
      this.#makeFolder(dirname(location));
      withPath(location, () => make(location));
    });
    if (!this.#isFirst) this.#locations.set(path, location);
    return statSync(location);
  }

  /** Asked for before a file is written: each page has a folder, and an error with its stack costs more. */
  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }

  /** Moves all files into the folder of the site: what pages load, the pages, then what lists them. */
  async moveInto(site: string): Promise<void> {
    const files = [...this.#locations].toSorted(([a], [b]) => rankOf(a) - rankOf(b));
    for (const [path, from] of files) {
      const to = join(site, path);
      inFolder(to, () => moveFile(from, to));
    }
    // Before the first build there is no site that anybody serves: its files need no order.
    if (this.#isFirst && existsSync(this.#folder)) moveAll(this.#folder, site);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Moves what is in a folder into another one: folders whole, unless something is in their place. */
function moveAll(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) inFolder(target, () => moveFile(source, target));
    else if (!isMoved(source, target)) moveAll(source, target);
  }
}

/** Moves a whole folder; false where that is not possible, such as to another disk. */
function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
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
