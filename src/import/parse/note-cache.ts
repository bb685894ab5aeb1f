/** Parsed notes without their bodies, kept between imports. */
import { join } from 'node:path';
import type { Note } from '../../garden/note.ts';
import { codeVersion } from '../../system/code-version.ts';
import { digestOf } from '../../system/disk.ts';
import { readKept, writeKept } from '../../system/kept-value.ts';

interface KeptNote {
  readonly digest: string;
  readonly note: Note;
}

/** Files that the notes are kept in: after an edit only one of them is written again. */
const shardCount = 32;

function shardOf(path: string): number {
  return Number.parseInt(digestOf(path).slice(0, 4), 16) % shardCount;
}

function shardFile(shard: number): string {
  return `notes-${String(shard).padStart(2, '0')}.bin`;
}

/** Parsed notes by path, kept in memory between the runs of a watching import and on disk. */
export class NoteCache {
  readonly #kept = new Map<string, KeptNote>();
  /** Of the code that parses. */
  readonly version = codeVersion(import.meta.resolve('../../garden/parse/parse-note.ts'));
  /** Shards whose file is missing, or does not hold what is kept. */
  readonly #changed = new Set(Array.from({ length: shardCount }, (_, shard) => shard));

  private constructor() {}

  /** Opens what the last run kept; nothing of what another version of the parser wrote. */
  static async open(folder: string): Promise<NoteCache> {
    const cache = new NoteCache();
    for (const shard of [...cache.#changed]) {
      const stored = await readKept<Stored>(join(folder, shardFile(shard)));
      if (stored?.version !== cache.version) continue;
      for (const [path, kept] of stored.notes) cache.#kept.set(path, kept);
      cache.#changed.delete(shard);
    }
    return cache;
  }

  /** A cache for one run that keeps nothing. */
  static empty(): NoteCache {
    return new NoteCache();
  }

  /** Keeps the notes for the next run. */
  async save(folder: string): Promise<void> {
    if (this.#changed.size === 0) return;
    const shards = Map.groupBy(this.#kept, ([path]) => shardOf(path));
    for (const shard of this.#changed) {
      const stored: Stored = { version: this.version, notes: shards.get(shard) ?? [] };
      await writeKept(join(folder, shardFile(shard)), stored);
    }
    this.#changed.clear();
  }

  get(path: string, digest: string): Note | null {
    const kept = this.#kept.get(path);
    return kept?.digest === digest ? kept.note : null;
  }

  set(path: string, digest: string, note: Note): void {
    this.#kept.set(path, { digest, note });
    this.#changed.add(shardOf(path));
  }

  /** Drops deleted notes. @returns how many there were. */
  keepOnly(paths: ReadonlySet<string>): number {
    const gone = [...this.#kept.keys()].filter((path) => !paths.has(path));
    for (const path of gone) {
      this.#kept.delete(path);
      this.#changed.add(shardOf(path));
    }
    return gone.length;
  }
}

interface Stored {
  readonly version: string;
  readonly notes: readonly (readonly [string, KeptNote])[];
}
