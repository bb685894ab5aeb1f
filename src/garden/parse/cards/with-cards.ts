/** Adds the flashcards of a note to what is known of it. */
import type { ParsedNote } from '../../body.ts';
import type { Card } from '../../card.ts';

/** The note with the decks of its cards, and its body with the cards; both as they are without cards. */
export function withCards({ note, body }: ParsedNote, cards: readonly Card[]): ParsedNote {
  if (cards.length === 0) return { note, body };
  return {
    note: { ...note, cards: cards.map(({ decks }) => decks) },
    body: { ...body, data: { ...body.data, cards } },
  };
}
