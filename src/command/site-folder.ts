/**
 * The folder of the built site. A build writes only the files that changed: what the last build wrote
 * is known by a key for each file, and counts only while the file has the size and time that it got.
 */
import type { Stats } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sealed, unsealed } from '../import/read-set/kept-pages.ts';
import { digestOf, mapFiles, readBytes, writeBytes } from '../system/disk.ts';
import { markerName } from '../system/folder-marker.ts';

/** Key, size in bytes and time of change in milliseconds. */
type WrittenFile = readonly [key: string, size: number, time: number];

/** The files of a site, by path below its root with '/'. */
export class SiteFolder {
  readonly #folder: string;
  readonly #state: string;
  readonly #before: ReadonlyMap<string, WrittenFile>;
  readonly #after = new Map<string, WrittenFile>();
  /** All files in the folder. */
  readonly #found: ReadonlyMap<string, Stats>;

  private constructor(
    folder: string,
    state: string,
    before: ReadonlyMap<string, WrittenFile>,
    found: ReadonlyMap<string, Stats>,
  ) {
    this.#folder = folder;
    this.#state = state;
    this.#before = before;
    this.#found = found;
  }

  /** Opens the site in `folder`; `cache` holds what is known of the last build into it. */
  static async open(folder: string, cache: string): Promise<SiteFolder> {
    const state = join(cache, 'site', `${digestOf(resolve(folder)).slice(0, 12)}.bin`);
    return new SiteFolder(folder, state, await readState(state), await filesIn(folder));
  }

  /** Whether the last build wrote the file with this key, and nobody has changed it since. */
  isCurrent(path: string, key: string): boolean {
    const written = this.#before.get(path);
    const found = this.#found.get(path);
    if (written === undefined || found === undefined) return false;
    const [writtenKey, size, time] = written;
    return writtenKey === key && found.size === size && found.mtimeMs === time;
  }

  /** Keeps a file that is current. */
  keep(path: string): void {
    const written = this.#before.get(path);
    if (written !== undefined) this.#after.set(path, written);
  }

  /**
   * Keeps all files of the last build whose keys begin with `prefix` and a space; false, with none
   * kept, when there are none or one of them is not as the build left it.
   */
  keepAll(prefix: string): boolean {
    const files = [...this.#before].filter(([, [key]]) => key.startsWith(`${prefix} `));
    if (files.length === 0 || !files.every(([path, [key]]) => this.isCurrent(path, key)))
      return false;
    for (const [path] of files) this.keep(path);
    return true;
  }

  /** Copies a file into the site unless it is current. */
  async copy(path: string, key: string, from: string): Promise<void> {
    await this.#put(path, key, (location) => copyFile(from, location));
  }

  /** Writes a file unless it is current. */
  async write(path: string, content: string): Promise<void> {
    const key = `text ${digestOf(content)}`;
    await this.#put(path, key, (location) => writeBytes(location, content));
  }

  /** Copies all files of a folder into the site; their sizes and times are their keys. */
  async copyAll(from: string): Promise<void> {
    await mapFiles([...(await filesIn(from))], ([path, { size, mtimeMs }]) => {
      return this.copy(path, `file ${size} ${mtimeMs}`, join(from, path));
    });
  }

  /** Moves all files of a folder into the site. `keyOf` gets the path and the digest of the content. */
  async moveAll(
    from: string,
    keyOf: (path: string, content: () => string) => string,
  ): Promise<void> {
    await mapFiles([...(await filesIn(from)).keys()], async (path) => {
      const location = join(from, path);
      const bytes = await readBytes(location);
      const key = keyOf(path, () => digestOf(bytes));
      await this.#put(path, key, (to) => rename(location, to).catch(() => copyFile(location, to)));
    });
  }

  async #put(path: string, key: string, write: (location: string) => Promise<void>): Promise<void> {
    if (this.isCurrent(path, key)) return this.keep(path);
    const location = join(this.#folder, path);
    await mkdir(dirname(location), { recursive: true });
    await write(location);
    const { size, mtimeMs } = await stat(location);
    this.#after.set(path, [key, size, mtimeMs]);
  }

  /** Removes all other files and empty folders, and keeps what is known for the next build. */
  async finish(): Promise<void> {
    const obsolete = [...this.#found.keys()].filter((path) => !this.#after.has(path));
    await mapFiles(obsolete, (path) => rm(join(this.#folder, path), { force: true }));
    for (const path of obsolete) await removeEmpty(this.#folder, dirname(path));
    await writeBytes(this.#state, sealed(serialize(this.#after)));
  }
}

async function readState(location: string): Promise<ReadonlyMap<string, WrittenFile>> {
  try {
    const content = unsealed(await readBytes(location));
    return content === null ? new Map() : (deserialize(content) as Map<string, WrittenFile>);
  } catch {
    return new Map();
  }
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, Stats>> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(folder, options).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name !== markerName);
  const found = await mapFiles(files, async (entry): Promise<[string, Stats]> => {
    const location = join(entry.parentPath, entry.name);
    return [relative(folder, location).replaceAll('\\', '/'), await stat(location)];
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
