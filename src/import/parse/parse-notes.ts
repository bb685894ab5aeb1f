/** Parses new and changed notes, takes the others from the cache, and provides bodies on demand. */
import { availableParallelism } from 'node:os';
import type { Root } from 'mdast';
import type { Note } from '../../garden/note.ts';
import { digestOf } from '../../system/disk.ts';
import { givingTurns } from '../../system/give-way.ts';
import { counted, type Stage } from '../../system/progress.ts';
import { noPlugins, type Plugins } from '../plugins/load-plugins.ts';
import { parseLimited } from '../plugins/parse-limited.ts';
import type { NoteSource } from '../read-vaults.ts';
import { BodyShelf, bytesOf } from './body-shelf.ts';
import type { NoteCache } from './note-cache.ts';
import { ParseThread } from './parse-thread.ts';
import type { SentNote } from './parse-worker.ts';

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

type AskedPlugins = Pick<Plugins, 'extensions' | 'timeMs' | 'version'>;

export interface ParseOptions {
  readonly plugins?: AskedPlugins;
  /** How many threads parse notes besides this one; none do where plugins are asked, which live in this one. */
  readonly threads?: (notes: number) => number;
}

/** Fewer notes are parsed before a thread has loaded what it needs. */
const notesForThread = 2000;

/** More threads would take the memory of what each of them loads and leaves to its collector. */
const maxThreads = 3;

function usualThreads(notes: number): number {
  return notes < notesForThread ? 0 : Math.min(maxThreads, availableParallelism() - 1);
}

/**
 * Parses all notes whose source or vault changed, or all of them when a plugin did. A note in which an
 * answer of a plugin is missing, since that took too long, is not kept: the next run asks again.
 */
export async function parseNotes(
  sources: readonly NoteSource[],
  cache: NoteCache,
  stage: Stage,
  { plugins = noPlugins, threads = usualThreads }: ParseOptions = {},
): Promise<ParsedGarden> {
  const reader = new NoteReader(sources, cache, stage, plugins);
  const turn = givingTurns();
  const stale: NoteSource[] = [];
  for (const source of sources) {
    if (!reader.takeKept(source)) stale.push(source);
    await turn();
  }
  const isAlone = plugins.extensions !== noPlugins.extensions;
  await parseAll(stale, reader, isAlone ? 0 : threads(stale.length), turn);
  return reader.finish();
}

/** Notes that a thread is given at once: some fifty milliseconds of work. */
const batchSize = 32;
/** Batches that wait in a thread while this one parses a note. */
const batchesAhead = 3;

/** Parses notes from the first on, while threads parse them from the last on. */
async function parseAll(
  sources: readonly NoteSource[],
  reader: NoteReader,
  threads: number,
  turn: () => Promise<void>,
): Promise<void> {
  const vaults = [...new Set(sources.map(({ vault }) => vault))];
  const others = Array.from({ length: threads }, () => new ParseThread(vaults));
  const left = [...sources].reverse();
  const takeFrom = async (thread: ParseThread): Promise<void> => {
    while (left.length > batchSize) {
      const batch = left.splice(0, batchSize);
      try {
        const parsed = await thread.parse(batch);
        for (const [index, note] of parsed.entries()) reader.take(batch[index] as NoteSource, note);
      } catch {
        // What a thread cannot do is done here, or fails here as it does without one.
        left.push(...batch);
        return;
      }
    }
  };
  try {
    const lanes = others.flatMap((thread) =>
      Array.from({ length: batchesAhead }, () => takeFrom(thread)),
    );
    const parseHere = async () => {
      for (let source = left.pop(); source !== undefined; source = left.pop()) {
        reader.parse(source);
        await turn();
      }
    };
    await parseHere();
    await Promise.all(lanes);
    await parseHere();
  } finally {
    await Promise.all(others.map((thread) => thread.end()));
  }
}

/** What is known of the notes while they are read. */
class NoteReader {
  readonly #sources: readonly NoteSource[];
  readonly #cache: NoteCache;
  readonly #stage: Stage;
  readonly #plugins: AskedPlugins;
  readonly #bodies: BodyShelf;
  readonly #digests = new Map<string, string>();
  readonly #keys = new WeakMap<Note, string>();
  readonly #notes = new Map<NoteSource, Note>();
  readonly #vaultDigests: ReadonlyMap<NoteSource['vault'], string>;
  #parsed = 0;

  constructor(
    sources: readonly NoteSource[],
    cache: NoteCache,
    stage: Stage,
    plugins: AskedPlugins,
  ) {
    this.#sources = sources;
    this.#cache = cache;
    this.#stage = stage;
    this.#plugins = plugins;
    this.#vaultDigests = new Map(
      sources.map(({ vault }) => [vault, digestOf(JSON.stringify(vault))]),
    );
    const byPath = new Map(sources.map((source) => [source.path, source]));
    this.#bodies = new BodyShelf(
      (path) => byPath.get(path)?.source.length ?? 0,
      (path) => {
        const source = byPath.get(path);
        if (!source) throw new Error(`No note was read at ${path}.`);
        return parseLimited(source, source.vault, plugins).body;
      },
    );
  }

  /** Takes a note from the cache. @returns whether it is there. */
  takeKept(source: NoteSource): boolean {
    const { path, vault, created = '', modified = '' } = source;
    const vaultDigest = this.#vaultDigests.get(vault) ?? '';
    const { version } = this.#plugins;
    const digest = digestOf(path, source.source, vaultDigest, created, modified, version);
    this.#digests.set(path, digest);
    const kept = this.#cache.get(path, digest);
    if (kept !== null) this.#know(source, kept);
    return kept !== null;
  }

  parse(source: NoteSource): void {
    const { extensions } = this.#plugins;
    const missing = extensions.missing();
    const { note, body } = parseLimited(source, source.vault, this.#plugins);
    this.#bodies.put(source.path, bytesOf(body));
    if (extensions.missing() === missing) {
      this.#keep(source, note);
      return;
    }
    this.#digests.set(source.path, digestOf(this.#digestOf(source), 'answers are missing'));
    this.#notes.set(source, note);
    this.#count();
  }

  /** Takes a note that another thread parsed. */
  take(source: NoteSource, { note, body }: SentNote): void {
    this.#bodies.put(source.path, body);
    this.#keep(source, note);
  }

  finish(): ParsedGarden {
    return {
      notes: this.#sources.flatMap((source) => this.#notes.get(source) ?? []),
      digests: this.#digests,
      parsed: this.#parsed,
      gone: this.#cache.keepOnly(new Set(this.#digests.keys())),
      keyOf: (note) => this.#keys.get(note),
      body: (path) => this.#bodies.get(path),
      release: (path) => this.#bodies.release(path),
    };
  }

  #digestOf({ path }: NoteSource): string {
    return this.#digests.get(path) ?? '';
  }

  #keep(source: NoteSource, note: Note): void {
    this.#cache.set(source.path, this.#digestOf(source), note);
    this.#know(source, note);
    this.#count();
  }

  #know(source: NoteSource, note: Note): void {
    this.#keys.set(note, `${this.#cache.version} ${this.#digestOf(source)}`);
    this.#notes.set(source, note);
  }

  #count(): void {
    this.#parsed += 1;
    this.#stage.reached(counted(this.#parsed, 'note'));
  }
}
