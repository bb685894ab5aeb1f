/** Reviews of flashcards, kept in the browser and never sent. Without storage they last as long as the page. */
import type { Review, Reviews } from './schedule.ts';

const storageKey = 'flashcards';
let inMemory: Reviews = {};

function isReview(value: unknown): value is Review {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = ['interval', 'repetition', 'efactor', 'due'];
  return numbers.every((name) => Number.isFinite(Reflect.get(value, name)));
}

/** The reviews of all cards; what is damaged is left out. */
export function readReviews(): Reviews {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    const entries = Object.entries(typeof kept === 'object' && kept !== null ? kept : {});
    return { ...inMemory, ...Object.fromEntries(entries.filter(([, value]) => isReview(value))) };
  } catch {
    return inMemory;
  }
}

/** Keeps the review of a card; null forgets it. */
export function keepReview(id: string, review: Review | null): void {
  const { [id]: _, ...others } = readReviews();
  inMemory = review === null ? others : { ...others, [id]: review };
  try {
    localStorage.setItem(storageKey, JSON.stringify(inMemory));
  } catch {
    // Storage may be blocked, as in private windows.
  }
}
