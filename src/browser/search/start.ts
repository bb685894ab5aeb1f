/** On every page: opens search, and highlights the query on a page opened from a result. */

const place = document.querySelector<HTMLElement>('[data-search-page]');

function open(): void {
  if (place) place.querySelector('input')?.select();
  else void import('./dialog.ts').then(({ openSearch }) => openSearch());
}

addEventListener('keydown', (event) => {
  const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!isK || event.isComposing || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
});
addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('.search-button');
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

const query = new URLSearchParams(location.search).get('q');
if (place) void import('./search-page.ts').then(({ startSearchPage }) => startSearchPage(place));
else if (query) void import('./mark-page.ts').then(({ markPage }) => markPage(query));
