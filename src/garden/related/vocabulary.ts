/** The words of a garden as numbers: millions of them are compared and kept. */
import type { NoteWords } from './note-words.ts';

/** The words of a note, each once, in the order of its text, with their weighted counts up to 255. */
export interface NumberedWords {
  readonly words: Uint32Array;
  readonly counts: Uint8Array;
}

const maxCount = 255;

/** Words by number, numbered in the order in which they are asked for. */
export class Vocabulary {
  readonly #numbers: Map<string, number>;
  readonly #spellings: string[];

  constructor(spellings: readonly string[] = []) {
    this.#spellings = [...spellings];
    this.#numbers = new Map(spellings.map((word, number) => [word, number]));
  }

  get spellings(): readonly string[] {
    return this.#spellings;
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#spellings.push(word) - 1;
    this.#numbers.set(word, number);
    return number;
  }

  numbered({ words, counts }: NoteWords): NumberedWords {
    // `from` with a function takes a third longer.
    const numbers = new Uint32Array(words.length);
    const bounded = new Uint8Array(words.length);
    for (const [index, word] of words.entries()) {
      numbers[index] = this.numberOf(word);
      bounded[index] = Math.min(maxCount, counts[index] ?? 0);
    }
    return { words: numbers, counts: bounded };
  }
}

/** The words of a note with further ones, each of which counts once more. */
export function withFurtherWords(
  { words, counts }: NumberedWords,
  further: readonly number[],
): NumberedWords {
  const added = new Map<number, number>();
  for (const word of further) added.set(word, (added.get(word) ?? 0) + 1);
  const own = Uint8Array.from(counts);
  for (const [word, count] of added) {
    const at = words.indexOf(word);
    if (at < 0) continue;
    own[at] = Math.min(maxCount, (own[at] ?? 0) + count);
    added.delete(word);
  }
  if (added.size === 0) return { words, counts: own };
  return {
    words: Uint32Array.of(...words, ...added.keys()),
    counts: Uint8Array.of(...own, ...added.values()),
  };
}
