/** Parses new and changed notes, takes the others from the cache, and provides bodies on demand. */
import { join } from 'node:path';
import type { Root } from 'mdast';
import type { ParsedNote } from '../garden/body.ts';
import type { Note } from '../garden/note.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf } from '../system/disk.ts';
import { givingTurns } from '../system/give-way.ts';
import { readKept, writeKept } from '../system/kept-value.ts';
import { counted, type Stage } from '../system/progress.ts';
import { noPlugins, type Plugins } from './plugins/load-plugins.ts';
import { parseLimited } from './plugins/parse-limited.ts';
import type { NoteSource } from './read-vaults.ts';

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
  readonly version = codeVersion(import.meta.resolve('../garden/parse/parse-note.ts'));
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

export interface ParsedGarden {
  readonly notes: readonly Note[];
  /** Digest of all that a note is made of, by path: path, source, dates and its vault's settings. */
  readonly digests: ReadonlyMap<string, string>;
  /**
   * A key of all that a note was parsed from, the parser included: a note with the same key is the same one.
   * None for one that is not kept, or that was changed since.
   */
  keyOf(note: Note): string | undefined;
  /** How many notes were parsed in this run. */
  readonly parsed: number;
  /** How many notes of the last run were deleted. */
  readonly gone: number;
  /** The body of a note, parsed again when it is not at hand. */
  body(path: string): Root;
  /** Gives the memory of a body back that nobody is expected to ask for again. */
  release(path: string): void;
}

/**
 * Characters of source whose bodies stay in memory, each worth about ten bytes of tree: those of some
 * 25,000 notes of usual length. Bodies beyond that are parsed again when they are needed.
 */
const maxCharactersKept = 60_000_000;

type AskedPlugins = Pick<Plugins, 'extensions' | 'timeMs' | 'version'>;

/**
 * Parses all notes whose source or vault changed, or all of them when a plugin did. A note in which an
 * answer of a plugin is missing, since that took too long, is not kept: the next run asks again.
 */
export async function parseNotes(
  sources: readonly NoteSource[],
  cache: NoteCache,
  stage: Stage,
  plugins: AskedPlugins = noPlugins,
): Promise<ParsedGarden> {
  const { extensions, version } = plugins;
  const bodies = new BodyShelf(sources, plugins);
  const digests = new Map<string, string>();
  const vaultDigests = new Map(
    sources.map(({ vault }) => [vault, digestOf(JSON.stringify(vault))]),
  );
  const keys = new WeakMap<Note, string>();
  const keep = (note: Note, digest: string): Note => {
    keys.set(note, `${cache.version} ${digest}`);
    return note;
  };
  let parsed = 0;
  const noteOf = (source: NoteSource): Note => {
    const { created = '', modified = '' } = source;
    const vaultDigest = vaultDigests.get(source.vault) ?? '';
    const { path } = source;
    const digest = digestOf(path, source.source, vaultDigest, created, modified, version);
    digests.set(path, digest);
    const kept = cache.get(source.path, digest);
    if (kept) return keep(kept, digest);
    parsed++;
    stage.reached(counted(parsed, 'note'));
    const missing = extensions.missing();
    const { note } = bodies.parse(source);
    if (extensions.missing() !== missing) {
      digests.set(path, digestOf(digest, 'answers are missing'));
      return note;
    }
    cache.set(source.path, digest, note);
    return keep(note, digest);
  };
  const notes: Note[] = [];
  const turn = givingTurns();
  for (const source of sources) {
    notes.push(noteOf(source));
    await turn();
  }
  const gone = cache.keepOnly(new Set(digests.keys()));
  return {
    ...{ notes, digests, parsed, gone },
    keyOf: (note) => keys.get(note),
    body: (path) => bodies.get(path),
    release: (path) => bodies.release(path),
  };
}

/**
 * Bodies by path. Once the limit is reached the first ones stay: pages are rendered in the order in which
 * notes are parsed, and would ask for each body just after it had made room for another.
 */
class BodyShelf {
  readonly #sources: ReadonlyMap<string, NoteSource>;
  readonly #plugins: AskedPlugins;
  readonly #bodies = new Map<string, Root>();
  #size = 0;

  constructor(sources: readonly NoteSource[], plugins: AskedPlugins) {
    this.#plugins = plugins;
    this.#sources = new Map(sources.map((source) => [source.path, source]));
  }

  parse(source: NoteSource): ParsedNote {
    const parsed = parseLimited(source, source.vault, this.#plugins);
    if (this.#size + source.source.length <= maxCharactersKept) {
      this.#bodies.set(source.path, parsed.body);
      this.#size += source.source.length;
    }
    return parsed;
  }

  get(path: string): Root {
    const body = this.#bodies.get(path);
    if (body) return body;
    const source = this.#sources.get(path);
    if (!source) throw new Error(`No note was read at ${path}.`);
    return this.parse(source).body;
  }

  release(path: string): void {
    if (this.#bodies.delete(path)) this.#size -= this.#sources.get(path)?.source.length ?? 0;
  }
}
