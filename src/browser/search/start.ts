/** On every page: opens search, and highlights the query on a page opened from a result. */
import { opensElsewhere } from '../modifier-keys.ts';

/** Listens for the button and the keys that open search, and starts what the page has of it. */
export function startSearch(): void {
  const place = document.querySelector<HTMLElement>('[data-search-page]');
  const open = () => {
    if (place) place.querySelector('input')?.select();
    else void import('./dialog.ts').then(({ openSearch }) => openSearch());
  };
  addEventListener('keydown', (event) => {
    const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isK || event.isComposing || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('.search-button');
    if (!button || opensElsewhere(event)) return;
    event.preventDefault();
    open();
  });
  const query = new URLSearchParams(location.search).get('q');
  if (place) void import('./search-page.ts').then(({ startSearchPage }) => startSearchPage(place));
  else if (query) void import('./mark-page.ts').then(({ markPage }) => markPage(query));
}
