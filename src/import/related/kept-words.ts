/** The words of notes, kept between imports in one file of numbers: cutting them takes longest. */
import type { Note } from '../../garden/note.ts';
import { noteWords } from '../../garden/related/note-words.ts';
import { type NumberedWords, Vocabulary } from '../../garden/related/vocabulary.ts';
import { wordsOf } from '../../search/cut/cut-text.ts';
import { readKept, writeKept } from '../../system/kept-value.ts';

interface Stored {
  readonly version: string;
  readonly spellings: string;
  /** Path and digest of each note, and where its words end. */
  readonly notes: readonly (readonly [path: string, digest: string, end: number])[];
  readonly words: Uint32Array;
  readonly counts: Uint8Array;
}

interface KeptNote extends NumberedWords {
  readonly digest: string;
}

/** Writing all words costs as much as cutting one note of so many. */
const smallShare = 50;

const nothing: NumberedWords = { words: new Uint32Array(), counts: new Uint8Array() };

/** The words of the notes of one import. */
export class KeptWords {
  readonly #location: string;
  readonly #version: string;
  readonly #before: ReadonlyMap<string, KeptNote>;
  readonly #now = new Map<string, KeptNote>();
  /** How many notes were cut in this run. */
  #cut = 0;
  readonly vocabulary: Vocabulary;

  private constructor(location: string, version: string, stored: Stored | null) {
    this.#location = location;
    this.#version = version;
    const current = stored?.version === version ? stored : null;
    this.vocabulary = new Vocabulary(current?.spellings.split(' ') ?? []);
    this.#before = current ? notesIn(current) : new Map();
  }

  /** Opens what the last import kept; nothing of other code or of a damaged file. */
  static async open(location: string, version: string): Promise<KeptWords> {
    return new KeptWords(location, version, await readKept<Stored>(location));
  }

  /** Takes the words of a note as they were kept, or cuts them. */
  take(note: Note, digest: string): void {
    const kept = this.#before.get(note.path);
    const isSame = kept?.digest === digest;
    if (!isSame) this.#cut += 1;
    const words = isSame ? kept : this.vocabulary.numbered(noteWords(note, wordsOf));
    this.#now.set(note.path, { ...words, digest });
  }

  of(path: string): NumberedWords {
    return this.#now.get(path) ?? nothing;
  }

  /**
   * Keeps the words that were taken, with new numbers: those of gone words are free. A few notes rather are
   * cut once more.
   */
  async save(): Promise<void> {
    const isSmall = this.#cut * smallShare <= this.#before.size;
    if (isSmall && this.#now.size === this.#before.size) return;
    const { spellings } = this.vocabulary;
    const numbers = new Int32Array(spellings.length).fill(-1);
    const used: string[] = [];
    const kept = [...this.#now.values()];
    const length = kept.reduce((sum, { words }) => sum + words.length, 0);
    const words = new Uint32Array(length);
    const counts = new Uint8Array(length);
    let end = 0;
    const notes = [...this.#now].map(([path, note]): [string, string, number] => {
      counts.set(note.counts, end);
      for (const word of note.words) {
        if (numbers[word] === -1) numbers[word] = used.push(spellings[word] ?? '') - 1;
        words[end] = numbers[word] ?? 0;
        end += 1;
      }
      return [path, note.digest, end];
    });
    const stored: Stored = {
      version: this.#version,
      spellings: used.join(' '),
      ...{ notes, words, counts },
    };
    await writeKept(this.#location, stored);
  }
}

function notesIn({ notes, words, counts }: Stored): ReadonlyMap<string, KeptNote> {
  let start = 0;
  return new Map(
    notes.map(([path, digest, end]) => {
      const kept = {
        digest,
        words: words.subarray(start, end),
        counts: counts.subarray(start, end),
      };
      start = end;
      return [path, kept];
    }),
  );
}
