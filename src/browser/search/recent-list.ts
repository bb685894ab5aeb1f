/** The list of recent searches below an empty field; it comes with what shows answers. */

import { element } from '../element.ts';
import { answerText } from './answer-text.ts';
import { clearSearches, recentSearches } from './recent-searches.ts';

/** Recent searches that `choose` repeats, and a button that forgets them and leads back to the input. */
export function recentList(choose: (query: string) => void, input: HTMLElement): DocumentFragment {
  const items = recentSearches().map((query) => {
    const again = element('button', { type: 'button', className: 'search-again' }, query);
    again.addEventListener('click', () => choose(query));
    return element('li', {}, again);
  });
  const head = element('p', { className: 'label' }, answerText('recent'));
  const list = element('ul', { className: 'search-recent' }, ...items);
  const clear = element(
    'button',
    { type: 'button', className: 'search-clear' },
    answerText('clear'),
  );
  clear.addEventListener('click', () => {
    clearSearches();
    for (const part of [head, list, clear]) part.remove();
    input.focus();
  });
  const made = document.createDocumentFragment();
  made.append(head, list, clear);
  return made;
}
