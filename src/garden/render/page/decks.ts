/** Decks of flashcards of the whole garden: those of notes in no list are in none. */
import { type Deck, decksAbove } from '../../deck.ts';
import { compareText } from '../../diagnostic.ts';
import type { Garden } from '../../garden.ts';

/** The decks by name, that of all cards first; none in a garden without cards. */
export function decksOf(garden: Garden): Deck[] {
  const decks = new Map<string, { name: string; count: number; notes: Set<string> }>();
  for (const { id, note } of garden.notes.values()) {
    for (const card of note.cards ?? []) {
      for (const [key, name] of decksAbove(card)) {
        const deck = decks.get(key) ?? { name, count: 0, notes: new Set() };
        deck.count += 1;
        deck.notes.add(id);
        decks.set(key, deck);
      }
    }
  }
  return [...decks]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, { name, count, notes }]) => ({
      ...{ name, count, notes: [...notes] },
      permalink: `/_flashcards/${key === '' ? '' : `${key}/`}`,
    }));
}
