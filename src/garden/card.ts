/** Flashcards: a question and its answer, as trees like the body of a note. */
import type { Root } from 'mdast';

export interface Card {
  /** Tags below `flashcards` that the card is filed under; '' where it is under no other. */
  readonly decks: readonly string[];
  /** What the card is known by in its note, whatever else changes there. */
  readonly key: string;
  /** Fragment of the block or heading that the card is in; '' at the top of its note. */
  readonly fragment: string;
  readonly front: Root;
  readonly back: Root;
}
