/**
 * The folder of the built site. A build writes only the files that changed: what the last build wrote
 * is known by a key for each file, and counts only while the file has the size and time that it got.
 */
import { copyFileSync, renameSync, type Stats, statSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  digestOf,
  inFolder,
  mapFiles,
  readBytes,
  sealed,
  unsealed,
  writeBytes,
} from '../system/disk.ts';
import { errorCode } from '../system/error-code.ts';
import { markerName } from '../system/folder-marker.ts';

/** Key, size in bytes, time of change in milliseconds, and the group that the file belongs to. */
type WrittenFile = readonly [key: string, size: number, time: number, group: string];

/** What is known of the last build. */
interface State {
  readonly files: ReadonlyMap<string, WrittenFile>;
  /** Keys of the groups of files that are made together. */
  readonly groups: ReadonlyMap<string, string>;
  /** Addresses of pages that the build before had and this one does not. */
  readonly gone?: readonly string[];
}

/** The files of a site, by path below its root with '/'. */
export class SiteFolder {
  readonly #folder: string;
  readonly #state: string;
  readonly #before: State;
  readonly #after = new Map<string, WrittenFile>();
  readonly #groups = new Map<string, string>();
  /** All files in the folder. */
  readonly #found: ReadonlyMap<string, Stats>;

  private constructor(
    folder: string,
    state: string,
    before: State,
    found: ReadonlyMap<string, Stats>,
  ) {
    this.#folder = folder;
    this.#state = state;
    this.#before = before;
    this.#found = found;
  }

  /** Opens the site in `folder`; `cache` holds what is known of the last build into it. */
  static async open(folder: string, cache: string): Promise<SiteFolder> {
    const state = stateFile(folder, cache);
    return new SiteFolder(folder, state, await readState(state), await filesIn(folder));
  }

  /** Whether the last build wrote the file with this key, and nobody has changed it since. */
  isCurrent(path: string, key: string): boolean {
    const written = this.#before.files.get(path);
    const found = this.#found.get(path);
    if (written === undefined || found === undefined) return false;
    const [writtenKey, size, time] = written;
    return writtenKey === key && found.size === size && found.mtimeMs === time;
  }

  /** Keeps a file that is current. */
  keep(path: string, group?: string): void {
    const written = this.#before.files.get(path);
    if (written === undefined) return;
    const [key, size, time] = written;
    this.#after.set(path, [key, size, time, group ?? written[3]]);
  }

  /** Keys of the files of the last build that nobody has changed since, by path. */
  currentKeys(): ReadonlyMap<string, string> {
    const files = [...this.#before.files].filter(([path, [key]]) => this.isCurrent(path, key));
    return new Map(files.map(([path, [key]]) => [path, key]));
  }

  /**
   * Keeps the files that the last build made together, if it made them with this key; false, with
   * none kept, when it did not or when one of them is not as it was left.
   */
  keepGroup(group: string, key: string): boolean {
    if (this.#before.groups.get(group) !== key) return false;
    const files = [...this.#before.files].filter(([, file]) => file[3] === group);
    if (!files.every(([path, [fileKey]]) => this.isCurrent(path, fileKey))) return false;
    for (const [path] of files) this.keep(path);
    this.#groups.set(group, key);
    return true;
  }

  /** All files of the group are in the site now. */
  endGroup(group: string, key: string): void {
    this.#groups.set(group, key);
  }

  /** Copies a file into the site unless it is current. */
  async copy(path: string, key: string, from: string): Promise<void> {
    await this.#put(path, key, (location) => {
      inFolder(location, () => copyFileSync(from, location));
    });
  }

  /** Writes a file unless it is current. */
  async write(
    path: string,
    content: string | Uint8Array,
    key = `text ${digestOf(content)}`,
    group = '',
  ): Promise<void> {
    await this.#put(path, key, (location) => writeBytes(location, content), group);
  }

  /** Copies all files of a folder into the site; their sizes and times are their keys. */
  async copyAll(from: string): Promise<void> {
    await mapFiles([...(await filesIn(from))], ([path, { size, mtimeMs }]) => {
      return this.copy(path, `file ${size} ${mtimeMs}`, join(from, path));
    });
  }

  /** Moves all files of a folder into the site as a group. */
  async moveAll(from: string, group: string): Promise<void> {
    await mapFiles([...(await filesIn(from)).keys()], async (path) => {
      const location = join(from, path);
      const key = `text ${digestOf(await readBytes(location))}`;
      const move = (to: string) => inFolder(to, () => moveFile(location, to));
      await this.#put(path, key, move, group);
    });
  }

  async #put(
    path: string,
    key: string,
    write: (location: string) => Promise<void> | void,
    group = '',
  ): Promise<void> {
    if (this.isCurrent(path, key)) return this.keep(path, group);
    const location = join(this.#folder, path);
    await write(location);
    const { size, mtimeMs } = statSync(location);
    this.#after.set(path, [key, size, mtimeMs, group]);
  }

  #goneAddresses(): readonly string[] {
    const pages = [...this.#before.files].filter(([path, [, , , group]]) => {
      return group === '' && path.endsWith('/index.html') && !this.#after.has(path);
    });
    return pages.map(([path]) => `/${path.slice(0, -'index.html'.length)}`).sort();
  }

  /**
   * Removes all other files and empty folders, and keeps what is known for the next build.
   * @returns all files by path, each with a stamp that changes when its content does.
   */
  async finish(): Promise<ReadonlyMap<string, string>> {
    const obsolete = [...this.#found.keys()].filter((path) => !this.#after.has(path));
    await mapFiles(obsolete, (path) => rm(join(this.#folder, path), { force: true }));
    for (const path of obsolete) await removeEmpty(this.#folder, dirname(path));
    const gone = this.#goneAddresses();
    const state = { files: this.#after, groups: this.#groups, gone } satisfies State;
    await writeBytes(this.#state, sealed(serialize(state)));
    return new Map([...this.#after].map(([path, [key, size]]) => [path, `${key} ${size}`]));
  }
}

/**
 * Addresses of pages, below the base and sorted, that the last build into `folder` removed: the one
 * before it had them, and neither a page nor a redirect is there now.
 */
export async function goneAddresses(folder: string, cache: string): Promise<readonly string[]> {
  return (await readState(stateFile(folder, cache))).gone ?? [];
}

function stateFile(folder: string, cache: string): string {
  return join(cache, 'site', `${digestOf(resolve(folder)).slice(0, 12)}.bin`);
}

/** Moves a file, or copies it where it lies on another disk. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
}

async function readState(location: string): Promise<State> {
  const nothing: State = { files: new Map(), groups: new Map() };
  try {
    const content = unsealed(await readBytes(location));
    const state = content === null ? nothing : (deserialize(content) as State);
    return state.files instanceof Map && state.groups instanceof Map ? state : nothing;
  } catch {
    return nothing;
  }
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, Stats>> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(folder, options).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name !== markerName);
  const found = await mapFiles(files, async (entry): Promise<[string, Stats]> => {
    const location = join(entry.parentPath, entry.name);
    return [relative(folder, location).replaceAll('\\', '/'), statSync(location)];
  });
  return new Map(found);
}

/** Removes a folder of the site and those above it, as long as they are empty. */
async function removeEmpty(root: string, path: string): Promise<void> {
  for (let part = path; part !== '.'; part = dirname(part)) {
    const removed = await rmdir(join(root, part)).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
