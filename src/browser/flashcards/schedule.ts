/** When a card is due: SM-2, with what is kept of a card between reviews. */
import { supermemo } from 'supermemo';
import { ownValue } from '../../garden/own-value.ts';

/** How well a reader knew the answer, as grades of SM-2. */
export const grades = { again: 1, hard: 3, good: 4, easy: 5 } as const;

export type Rating = keyof typeof grades;

/** What is kept of a card that was reviewed. */
export interface Review {
  /** Days until it is due again. */
  readonly interval: number;
  /** Times in a row that it was known. */
  readonly repetition: number;
  readonly efactor: number;
  /** Day on which it is due: days since 1970. */
  readonly due: number;
}

/** Reviews by the id of the card. */
export type Reviews = Readonly<Record<string, Review>>;

const unseen = { interval: 0, repetition: 0, efactor: 2.5 };

/** The review of a card after an answer on the day `today`, in days since 1970. */
export function reviewed(before: Review | undefined, rating: Rating, today: number): Review {
  const { interval, repetition, efactor } = supermemo(before ?? unseen, grades[rating]);
  // SM-2 repeats what was not known on the next day; here it is asked again on the same one.
  const days = rating === 'again' ? 0 : interval;
  return { interval: days, repetition, efactor, due: today + days };
}

/** The cards that are due on a day, those that were never reviewed last; each group as it comes. */
export function dueCards(ids: readonly string[], reviews: Reviews, today: number): string[] {
  const known = ids.filter((id) => (ownValue(reviews, id)?.due ?? Infinity) <= today);
  return [...known, ...ids.filter((id) => ownValue(reviews, id) === undefined)];
}

/** The next day on which one of the cards is due, in days since 1970; null if none was reviewed. */
export function nextDue(ids: readonly string[], reviews: Reviews): number | null {
  const days = ids.flatMap((id) => ownValue(reviews, id)?.due ?? []);
  return days.length > 0 ? Math.min(...days) : null;
}

/** The day of a moment on the reader's clock, in days since 1970. */
export function dayOf(moment: Date): number {
  return Math.floor((moment.getTime() - moment.getTimezoneOffset() * 60_000) / 86_400_000);
}
