/** The index that search needs, whichever program made it. */
import type { PageText } from '../cut/page-text.ts';
import type { Simplify } from '../cut/traditional.ts';
import type { SoundOf } from './sounds.ts';
import type { Word } from './vocabulary.ts';

/** A page that matches. */
export interface Hit {
  readonly id: string;
  /** Number of matches. */
  readonly count: number;
  read(): Promise<PageText>;
}

export interface WordIndex {
  /** Pages with the words in this order, each in any of its English forms. */
  phrase(words: readonly string[]): Promise<readonly Hit[]>;
  /** Pages with all the words, or words that start with them, by weight. */
  weighed(words: readonly string[]): Promise<readonly Hit[]>;
  /** The garden's Latin words in the file of that name (see vocabulary.ts). */
  vocabulary(file: string): Promise<readonly Word[]>;
  /** Pronunciations of Chinese characters. */
  sounds(): Promise<SoundOf>;
  /** Simplified characters for traditional ones. */
  simplify(): Promise<Simplify>;
}
