/** Pages of flashcards: a deck, or a part of a large one. */
import { type Deck, isInDeck, type PageCard } from '../garden/deck.ts';
import type { NotePage } from '../garden/page.ts';

/** Cards of a page: about 100 kB of HTML. */
export const cardsOfPage = 100;

/** A card with what is shown of its note. */
export interface NoteCard extends PageCard {
  readonly note: Pick<NotePage, 'title' | 'permalink' | 'lang' | 'html' | 'math'>;
}

/** The cards of a deck and of those below it, by note. */
export function cardsOf(deck: Deck, notes: readonly NotePage[]): NoteCard[] {
  return notes.flatMap(({ cards = [], title, permalink, lang, html, math }) => {
    const note = { title, permalink, lang, html, math };
    return cards.filter((card) => isInDeck(card, deck)).map((card) => ({ ...card, note }));
  });
}

/** Permalink of a part of a deck, the first one with the index 0. */
export function deckPermalink({ permalink }: Pick<Deck, 'permalink'>, index: number): string {
  return index === 0 ? permalink : `${permalink}_page-${index + 1}/`;
}

/** The decks directly below one: those that the page of a deck leads to. */
export function decksBelow(deck: Deck, decks: readonly Deck[]): Deck[] {
  const start = deck.name === '' ? '' : `${deck.permalink.replace('/_flashcards/', '')}`;
  return decks.filter(({ name, permalink }) => {
    const path = permalink.replace('/_flashcards/', '');
    const isBelow = name !== '' && path.startsWith(start) && path !== start;
    return isBelow && !path.slice(start.length, -1).includes('/');
  });
}
