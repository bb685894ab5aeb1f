/** The page /search/: the panel replaces the list of notes, and the address has the query. */
import { searchHref } from './href.ts';
import type { Filters } from './pagefind-index.ts';
import { SearchPanel } from './panel.ts';

const filterNames = ['kind', 'lang', 'tag'];

/** Replaces the content of `place` by the search panel. */
export function startSearchPage(place: HTMLElement): void {
  let isSettled = true;
  const panel = new SearchPanel({
    first: 20,
    whole: true,
    changed(query, filters, settled) {
      // One history entry for each query that a reader settled on, not for each key.
      const address = searchHref(query, filters);
      if (address !== location.pathname + location.search) {
        if (isSettled) history.pushState(null, '', address);
        else history.replaceState(null, '', address);
      }
      isSettled = settled;
    },
  });
  const showAddress = () => {
    const parameters = new URLSearchParams(location.search);
    const filters: Filters = Object.fromEntries(
      filterNames.flatMap((name) => {
        const value = parameters.get(name);
        return value ? [[name, value]] : [];
      }),
    );
    panel.show(parameters.get('q') ?? '', filters);
  };
  place.replaceChildren(panel.root);
  addEventListener('popstate', showAddress);
  showAddress();
  panel.input.focus();
}
