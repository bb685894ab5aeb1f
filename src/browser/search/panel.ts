/** The search panel of the dialog and of the search page: input, filters, titles, results. */
import { element } from '../element.ts';
import { ask } from './ask.ts';
import { type FilterPanel, makeFilters } from './filters.ts';
import { hrefOf, searchHref } from './href.ts';
import { moveByKeys } from './keys.ts';
import type { Filters } from './pagefind-index.ts';
import { recentSearches, rememberSearch } from './recent-searches.ts';
import { searchText } from './search-text.ts';

export interface PanelOptions {
  /** How many results are shown with excerpts. */
  readonly first: number;
  /** Whether all further results are listed by title. */
  readonly whole: boolean;
  /** Called when the query changes; `settled` once the reader pauses or presses Enter. */
  changed(query: string, filters: Filters, settled: boolean): void;
}

/** Time without a key until a search starts, and until the query counts as settled. */
const typingPauseMs = 90;
const settledAfterMs = 1000;

/** A search that takes no longer says nothing before its results: on most devices only the first one does. */
const silentMs = 600;

export class SearchPanel {
  readonly root = element('div', { className: 'search-panel' });
  readonly input = element('input', { type: 'search', name: 'q', autocomplete: 'off' });
  readonly #places = {
    status: element('p', { className: 'search-status', role: 'status' }),
    jumps: element('ul', { className: 'search-jumps' }),
    results: element('ol', { className: 'search-results' }),
    extra: element('div', { className: 'search-extra' }),
    input: this.input,
  };
  readonly #filters: FilterPanel;
  readonly #options: PanelOptions;
  #turn = 0;
  #timer = 0;
  #settling = 0;

  constructor(options: PanelOptions) {
    this.#options = options;
    this.#filters = makeFilters(() => this.#run(true));
    this.#places.results.dataset['searchResults'] = '';
    this.#setState('idle');
    const { status, jumps, results, extra } = this.#places;
    this.root.append(this.#form(), this.#filters.root, status, jumps, results, extra);
    this.root.addEventListener('click', (event) => this.#remember(event));
    moveByKeys(this.root, this.input);
  }

  /** Shows the results of a query, without calling `changed`. */
  show(query: string, filters: Filters = {}): void {
    this.input.value = query;
    this.#filters.choose(filters);
    void this.#search();
  }

  #form(): HTMLFormElement {
    const { input } = this;
    input.placeholder = searchText('placeholder');
    input.ariaLabel = searchText('placeholder');
    input.spellcheck = false;
    input.enterKeyHint = 'search';
    const form = element('form', { className: 'search-form', action: searchHref('') }, input);
    form.role = 'search';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#run(true);
      rememberSearch(input.value);
    });
    // What an input method is still composing is not the query.
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#typed();
    });
    input.addEventListener('compositionstart', () => clearTimeout(this.#timer));
    input.addEventListener('compositionend', () => this.#typed());
    return form;
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#run(false), typingPauseMs);
  }

  #run(settled: boolean): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#settling);
    const notify = (now: boolean) =>
      this.#options.changed(this.input.value.trim(), this.#filters.chosen(), now);
    notify(settled);
    if (!settled) this.#settling = window.setTimeout(() => notify(true), settledAfterMs);
    void this.#search();
  }

  async #search(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = this.input.value.trim();
    if (query === '') return this.#showRecent();
    this.#setState('searching');
    const isLate = () => turn !== this.#turn;
    const saySearching = () => {
      if (!isLate()) this.#places.status.textContent = searchText('searching');
    };
    const silence = setTimeout(saySearching, silentMs);
    try {
      const { first, whole } = this.#options;
      const asked = { query, filters: this.#filters.chosen(), first, whole };
      const found = ask('find', asked);
      // Where several fail, the first failure is shown and the others are no news.
      found.catch(() => null);
      const loading = import('./answer-view.ts');
      loading.catch(() => null);
      const jumps = await ask('jump', query);
      const { lockedResults, showAnswer, showJumps } = await loading;
      if (!isLate()) showJumps(this.#places, jumps, query);
      const [answer, locked] = [await found, await lockedResults(query)];
      if (isLate()) return;
      showAnswer(this.#places, { ...answer, ...asked, locked });
      this.#setState('done');
    } catch {
      if (!isLate()) this.#showFailure(query);
    } finally {
      clearTimeout(silence);
    }
  }

  #setState(state: 'idle' | 'searching' | 'done' | 'failed'): void {
    this.#places.results.dataset['state'] = state;
    this.#places.results.ariaBusy = String(state === 'searching');
    this.root.dataset['state'] = state;
  }

  /** Browsers do not ask again for a script that failed once, until another page is loaded. */
  #showFailure(query: string): void {
    this.#clear(searchText('failed'));
    const href = searchHref(query, this.#filters.chosen());
    const again = element('a', { href }, searchText('retry'));
    const list = element('a', { href: hrefOf('/notes/', '') }, searchText('allNotes'));
    this.#places.extra.replaceChildren(again, ' · ', list);
    this.#setState('failed');
  }

  #showRecent(): void {
    this.#clear('');
    this.#setState('idle');
    if (recentSearches().length === 0) return;
    const turn = this.#turn;
    const chosen = (query: string) => {
      this.input.value = query;
      this.input.focus();
      this.#run(true);
    };
    const load = import('./answer-view.ts').then(({ showRecent }) => {
      if (turn === this.#turn) showRecent(this.#places, chosen);
    });
    // Without them the search is as good.
    load.catch(() => {});
  }

  #clear(status: string): void {
    this.#places.status.textContent = status;
    this.#places.jumps.replaceChildren();
    this.#places.results.replaceChildren();
    this.#places.extra.replaceChildren();
  }

  #remember({ target }: Event): void {
    if (target instanceof Element && target.closest('a[href]')) rememberSearch(this.input.value);
  }
}
