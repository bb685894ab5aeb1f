/** Flashcards as the site shows them, and the decks that they are filed under. */
import { tagKey } from './tag-key.ts';

/** A flashcard as it is shown. */
export interface PageCard {
  /** Tells it from all other cards of the garden; the same while its question is. */
  readonly id: string;
  readonly decks: readonly string[];
  /** Fragment on the note's page; '' for its beginning. */
  readonly fragment: string;
  /** Question and answer as HTML. */
  readonly front: string;
  readonly back: string;
}

/** Cards of the garden with one tag, or with one below it. */
export interface Deck {
  /** '' for the deck of all cards, else the tag below `flashcards`. */
  readonly name: string;
  readonly permalink: string;
  readonly count: number;
  /** Ids of the notes with its cards, in order. */
  readonly notes: readonly string[];
}

/** Each deck of a card and those above it once, by key, with its name; that of all cards has the key ''. */
export function decksAbove(decks: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map([['', '']]);
  for (const deck of decks) {
    const levels = deck.split('/').filter((level) => level !== '');
    for (let depth = 1; depth <= levels.length; depth += 1) {
      const name = levels.slice(0, depth).join('/');
      if (!found.has(tagKey(name))) found.set(tagKey(name), name);
    }
  }
  return found;
}

/** Whether a card is in a deck or in one below it. */
export function isInDeck({ decks }: Pick<PageCard, 'decks'>, deck: Pick<Deck, 'name'>): boolean {
  return decksAbove(decks).has(tagKey(deck.name));
}
