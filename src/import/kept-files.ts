/**
 * What is known of files that were read before, so that pictures are not read and hashed in every
 * import. It counts only while the system reports the same file, size and times.
 */
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeVersion } from '../system/code-version.ts';
import { readKept, writeKept } from '../system/kept-value.ts';

/** A file as the system reports it. */
type State = readonly [size: number, modified: number, changed: number, inode: number];

interface Kept {
  readonly state: State;
  readonly fact: unknown;
}

interface Stored {
  readonly version: string;
  readonly files: ReadonlyMap<string, Kept>;
}

/** A file that changed less than this long ago may change again without a sign of it. */
const unsettledMs = 2000;

/** Facts about files by location, each computed once for each state of its file. */
export class KeptFiles {
  readonly #location: string;
  readonly #version = codeVersion(
    import.meta.resolve('./measure-assets.ts'),
    import.meta.resolve('./write-garden.ts'),
    import.meta.resolve('./bibliography/read-bibliography.ts'),
  );
  readonly #before: ReadonlyMap<string, Kept>;
  readonly #now = new Map<string, Kept>();

  private constructor(location: string, stored: Stored | null) {
    this.#location = location;
    this.#before = stored?.version === this.#version ? stored.files : new Map();
  }

  /** Opens the facts in a folder; none where they cannot be read or are of other code. */
  static async open(folder: string): Promise<KeptFiles> {
    const location = join(folder, 'files.bin');
    return new KeptFiles(location, await readKept<Stored>(location));
  }

  /** The fact of a kind about a file: the kept one, or what `compute` gives. */
  async fact<Fact>(kind: string, location: string, compute: () => Promise<Fact>): Promise<Fact> {
    const key = `${kind} ${location}`;
    const stats = await stat(location);
    const known = this.#before.get(key);
    if (known && isSame(known.state, stateOf(stats))) {
      this.#now.set(key, known);
      return known.fact as Fact;
    }
    const fact = await compute();
    const isSettled = Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) > unsettledMs;
    if (isSettled) this.#now.set(key, { state: stateOf(stats), fact });
    return fact;
  }

  /** Whether a file is as it was when `written` named it with the same content. */
  async isWritten(location: string, content: string): Promise<boolean> {
    const key = `written ${location}`;
    const known = this.#before.get(key);
    if (known?.fact !== content) return false;
    const stats = await stat(location).catch(() => null);
    if (stats === null || !isSame(known.state, stateOf(stats))) return false;
    this.#now.set(key, known);
    return true;
  }

  /** A file was written with this content. */
  async written(location: string, content: string): Promise<void> {
    this.#now.set(`written ${location}`, { state: stateOf(await stat(location)), fact: content });
  }

  /** Keeps what this import asked for, and nothing older. */
  async save(): Promise<void> {
    const stored: Stored = { version: this.#version, files: this.#now };
    await writeKept(this.#location, stored);
  }
}

function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): State {
  return [size, mtimeMs, ctimeMs, ino];
}

function isSame(a: State, b: State): boolean {
  return a.every((value, index) => value === b[index]);
}
