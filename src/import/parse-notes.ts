/** Parses new and changed notes, takes the others from the cache, and provides bodies on demand. */
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';
import type { ParsedNote } from '../garden/body.ts';
import type { Extensions } from '../garden/extension.ts';
import type { Note } from '../garden/note.ts';
import { parseNote } from '../garden/parse/parse-note.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, readBytes, writeBytes } from '../system/disk.ts';
import { counted, type Stage } from '../system/progress.ts';
import { noPlugins, type Plugins } from './plugins/load-plugins.ts';
import type { NoteSource } from './read-vaults.ts';

interface KeptNote {
  readonly digest: string;
  readonly note: Note;
}

/** Parsed notes by path, kept in memory between the runs of a watching import and on disk. */
export class NoteCache {
  readonly #kept: Map<string, KeptNote>;
  readonly #version = codeVersion(import.meta.resolve('../garden/parse/parse-note.ts'));

  private constructor(kept: Map<string, KeptNote>) {
    this.#kept = kept;
  }

  /** Opens what the last run kept; empty when another version of the parser wrote it. */
  static async open(folder: string): Promise<NoteCache> {
    const empty = NoteCache.empty();
    try {
      const stored: unknown = deserialize(await readBytes(join(folder, 'notes.bin')));
      if (isStored(stored) && stored.version === empty.#version) {
        return new NoteCache(new Map(stored.notes));
      }
    } catch {
      // Nothing kept, or not readable: all notes are parsed again.
    }
    return empty;
  }

  /** A cache for one run that keeps nothing. */
  static empty(): NoteCache {
    return new NoteCache(new Map());
  }

  /** Keeps the notes for the next run. */
  async save(folder: string): Promise<void> {
    const stored = { version: this.#version, notes: [...this.#kept] };
    await writeBytes(join(folder, 'notes.bin'), serialize(stored));
  }

  get(path: string, digest: string): Note | null {
    const kept = this.#kept.get(path);
    return kept?.digest === digest ? kept.note : null;
  }

  set(path: string, digest: string, note: Note): void {
    this.#kept.set(path, { digest, note });
  }

  /** Drops deleted notes. @returns how many there were. */
  keepOnly(paths: ReadonlySet<string>): number {
    const gone = [...this.#kept.keys()].filter((path) => !paths.has(path));
    for (const path of gone) this.#kept.delete(path);
    return gone.length;
  }
}

interface Stored {
  readonly version: string;
  readonly notes: readonly (readonly [string, KeptNote])[];
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'version' in value && 'notes' in value;
}

export interface ParsedGarden {
  readonly notes: readonly Note[];
  /** Digest of each note's source and dates with its vault's settings, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** How many notes were parsed in this run. */
  readonly parsed: number;
  /** How many notes of the last run were deleted. */
  readonly gone: number;
  /** The body of a note, parsed again when it is not at hand. */
  body(path: string): Root;
}

/**
 * Characters of source whose bodies stay in memory, each worth about ten bytes of tree: those of some
 * 25,000 notes of usual length. Bodies beyond that are parsed again when they are needed.
 */
const maxCharactersKept = 60_000_000;

/** Parses all notes whose source or vault changed, or all of them when a plugin did. */
export function parseNotes(
  sources: readonly NoteSource[],
  cache: NoteCache,
  stage: Stage,
  { extensions, version }: Pick<Plugins, 'extensions' | 'version'> = noPlugins,
): ParsedGarden {
  const bodies = new BodyShelf(sources, extensions);
  const digests = new Map<string, string>();
  const vaultDigests = new Map(
    sources.map(({ vault }) => [vault, digestOf(JSON.stringify(vault))]),
  );
  let parsed = 0;
  const notes = sources.map((source) => {
    const { created = '', modified = '' } = source;
    const vaultDigest = vaultDigests.get(source.vault) ?? '';
    const digest = digestOf(source.source, vaultDigest, created, modified, version);
    digests.set(source.path, digest);
    const kept = cache.get(source.path, digest);
    if (kept) return kept;
    parsed++;
    stage.reached(counted(parsed, 'note'));
    const { note } = bodies.parse(source);
    cache.set(source.path, digest, note);
    return note;
  });
  const gone = cache.keepOnly(new Set(digests.keys()));
  return { notes, digests, parsed, gone, body: (path) => bodies.get(path) };
}

/**
 * Bodies by path. Once the limit is reached the first ones stay: pages are rendered in the order in which
 * notes are parsed, and would ask for each body just after it had made room for another.
 */
class BodyShelf {
  readonly #sources: ReadonlyMap<string, NoteSource>;
  readonly #extensions: Extensions;
  readonly #bodies = new Map<string, Root>();
  #size = 0;

  constructor(sources: readonly NoteSource[], extensions: Extensions) {
    this.#extensions = extensions;
    this.#sources = new Map(sources.map((source) => [source.path, source]));
  }

  parse(source: NoteSource): ParsedNote {
    const parsed = parseNote(source, source.vault, this.#extensions);
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
}
