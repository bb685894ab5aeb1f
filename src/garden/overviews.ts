/** The overviews of a garden. */
import type { SiteRecord } from './page.ts';

export type Overview = 'allNotes' | 'journals' | 'tags' | 'graph' | 'recent' | 'flashcards';

/** Those that have something to show, in the order of the navigation: none leads to an empty page. */
export function overviewsOf({ journals, tags, isDated, decks }: SiteRecord): readonly Overview[] {
  return [
    'allNotes',
    ...(journals.length > 0 ? (['journals'] as const) : []),
    ...(tags.length > 0 ? (['tags'] as const) : []),
    'graph',
    ...(isDated ? (['recent'] as const) : []),
    ...(decks.length > 0 ? (['flashcards'] as const) : []),
  ];
}
