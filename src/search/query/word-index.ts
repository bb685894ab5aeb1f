/** What search asks of an index, whichever program made it. */
import type { PageText } from '../cut/page-text.ts';
import type { SoundOf } from './sounds.ts';
import type { Word } from './vocabulary.ts';

/** A page that has what was asked for. */
export interface Hit {
  readonly id: string;
  /** How often. */
  readonly count: number;
  read(): Promise<PageText>;
}

export interface WordIndex {
  /** Pages where the words stand in a row, each in any of its English forms. */
  phrase(words: readonly string[]): Promise<readonly Hit[]>;
  /** Pages that have all the words or words that begin so, the weightiest first. */
  weighed(words: readonly string[]): Promise<readonly Hit[]>;
  /** The garden's Latin words in the file of that name (see vocabulary.ts). */
  vocabulary(file: string): Promise<readonly Word[]>;
  /** What Chinese characters sound like. */
  sounds(): Promise<SoundOf>;
}
