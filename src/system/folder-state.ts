/** Whether the files below some folders are as they were, told without reading them. */
import { createHash } from 'node:crypto';
import { type BigIntStats, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './disk.ts';

/** What the system says of files. */
export interface FolderState {
  /** Changes when a file comes, goes, or has another size, time or number. */
  readonly digest: string;
  /**
   * Files that changed so shortly before that they can change again without a sign of it, with digests of
   * their contents.
   */
  readonly recent: readonly (readonly [location: string, digest: string])[];
  /** Folders that have a git repository. */
  readonly repositories: readonly string[];
}

/** What is passed over besides version control and dependencies. */
export interface PassedOver {
  readonly locations?: readonly string[];
  readonly names?: readonly string[];
}

/** The coarsest times of a file system: those of FAT. */
const tickNs = 2_000_000_000n;

/**
 * The state of all files at and below these places. A file that does not exist has a state as well.
 * @throws Error where a folder cannot be listed, or is a link, by which more is read than is seen here.
 */
export function folderState(places: readonly string[], passed: PassedOver = {}): FolderState {
  const state = new States(passed);
  for (const place of places) state.add(place);
  return state.end();
}

/** Whether files have the contents that they had. */
export function areAsTheyWere(files: FolderState['recent']): boolean {
  return files.every(([location, digest]) => contentOf(location) === digest);
}

class States {
  readonly #sum = createHash('sha1');
  readonly #recent: [string, string][] = [];
  readonly #repositories: string[] = [];
  readonly #names: ReadonlySet<string>;
  readonly #locations: ReadonlySet<string>;
  readonly #since = BigInt(Date.now()) * 1_000_000n - tickNs;

  constructor({ names = [], locations = [] }: PassedOver) {
    this.#names = new Set(['.git', 'node_modules', ...names]);
    this.#locations = new Set(locations);
  }

  add(place: string): void {
    const found = stateAt(place);
    if (found?.isDirectory()) this.#folder(place);
    else this.#file(place, found);
  }

  end(): FolderState {
    const digest = this.#sum.digest('hex');
    return { digest, recent: this.#recent, repositories: this.#repositories };
  }

  #folder(folder: string): void {
    this.#sum.update(`${folder}/\n`);
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const location = join(folder, entry.name);
      if (entry.name === '.git') this.#repositories.push(folder);
      if (this.#names.has(entry.name) || this.#locations.has(location)) continue;
      if (entry.isDirectory()) this.#folder(location);
      else if (entry.isSymbolicLink()) this.#link(location);
      else this.#file(location, stateAt(location));
    }
  }

  #link(location: string): void {
    const found = stateAt(location);
    if (found?.isDirectory()) throw new Error(`${location} is a link to a folder.`);
    this.#sum.update(`${readlinkSync(location)}\n`);
    this.#file(location, found);
  }

  #file(location: string, found: BigIntStats | undefined): void {
    if (found === undefined) {
      this.#sum.update(`${location} missing\n`);
      return;
    }
    const { size, mtimeNs, ctimeNs, ino } = found;
    this.#sum.update(`${location} ${size} ${mtimeNs} ${ctimeNs} ${ino}\n`);
    const isRecent = mtimeNs > this.#since || ctimeNs > this.#since;
    if (isRecent && found.isFile()) this.#recent.push([location, contentOf(location)]);
  }
}

function stateAt(location: string): BigIntStats | undefined {
  return statSync(location, { bigint: true, throwIfNoEntry: false });
}

function contentOf(location: string): string {
  try {
    return digestOf(readFileSync(location));
  } catch {
    return 'unreadable';
  }
}
