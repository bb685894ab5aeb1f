/**
 * Shows what a search found, in the places of the search panel. Loads with the first query, or below an empty
 * field with the searches before.
 */
import { element } from '../element.ts';
import { knownKeys } from '../locked/known-keys.ts';
import { answerText } from './answer-text.ts';
import { hrefOf, searchHref } from './href.ts';
import type { Answer, Jump, Result } from './messages.ts';
import type { Filters } from './pagefind-index.ts';
import { recentList } from './recent-list.ts';
import { replaceItems } from './replace-items.ts';
import { jumpItem, restItem, resultItem } from './result-list.ts';
import { searchText } from './search-text.ts';

/** Where the panel has room for what was found. */
interface AnswerPlaces {
  readonly status: HTMLElement;
  readonly jumps: HTMLElement;
  readonly results: HTMLElement;
  readonly extra: HTMLElement;
  readonly input: HTMLInputElement;
}

/** An answer, what was asked, and what locked pages have of it. */
interface ShownAnswer extends Answer {
  readonly query: string;
  readonly filters: Filters;
  /** Whether all further results are listed by title. */
  readonly whole: boolean;
  readonly locked: readonly Result[];
}

/** Shows the notes whose names match. */
export function showJumps(
  { jumps: list, input }: AnswerPlaces,
  jumps: readonly Jump[],
  query: string,
): void {
  list.dataset['query'] = query;
  list.ariaLabel = answerText('jump');
  replaceItems(list, jumps.map(jumpItem), input);
}

/** Shows the results, and what there is beside them. */
export function showAnswer(places: AnswerPlaces, shown: ShownAnswer): void {
  const { how, total, results, rest, query, whole, locked } = shown;
  const isOnlyLocked = how === 'none' && locked.length > 0;
  places.status.textContent = isOnlyLocked ? answerText('lockedResults') : statusOf(shown);
  const items = [
    ...locked.map((result) => resultItem(result, query)),
    ...results.map((result) => resultItem(result, query)),
    ...(whole ? rest : []).map((page) => restItem(page, query)),
  ];
  replaceItems(places.results, items, places.input);
  places.results.dataset['query'] = query;
  const isMore = total > results.length && !whole;
  const extra = how === 'none' ? nearestOf(shown) : isMore ? [linkToAll(shown)] : [];
  places.extra.replaceChildren(...extra);
}

/** Results in locked pages that are open in this tab. */
export async function lockedResults(query: string): Promise<readonly Result[]> {
  if (knownKeys().length === 0) return [];
  const { findLocked } = await import('../locked/locked-search.ts');
  return findLocked(query).catch(() => []);
}

function statusOf({ how, total, corrected, excluded, query }: ShownAnswer): string {
  if (how === 'none') return answerText('none', query);
  if (how === 'most') return answerText('partial');
  if (how === 'some') return answerText('parts');
  const count = total === 1 ? answerText('oneResult') : answerText('results', total);
  const without = excluded.map((text) => answerText('without', text));
  const used = corrected.length === 0 ? [] : [answerText('corrected', corrected.join(', '))];
  return [...used, count, ...without].join(' · ');
}

function linkToAll({ query, filters }: ShownAnswer): HTMLElement {
  return element('a', { href: searchHref(query, filters) }, answerText('allResults'));
}

function nearestOf({ nearest }: Answer): Node[] {
  const list = element('a', { href: hrefOf('/notes/', '') }, searchText('allNotes'));
  if (nearest.length === 0) return [list];
  const items = nearest.map(({ title, permalink }) =>
    element('li', {}, element('a', { href: hrefOf(permalink, '') }, title)),
  );
  const head = element('p', { className: 'label' }, answerText('similar'));
  return [head, element('ul', { className: 'search-nearest' }, ...items), list];
}

/** Shows the searches before, which `choose` repeats. */
export function showRecent(places: AnswerPlaces, choose: (query: string) => void): void {
  places.extra.replaceChildren(recentList(choose, places.input));
}
