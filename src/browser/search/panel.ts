/** The search panel of the dialog and of the search page: input, filters, titles, results. */
import { element } from '../element.ts';
import { knownKeys } from '../locked/known-keys.ts';
import { ask } from './ask.ts';
import { type FilterPanel, makeFilters } from './filters.ts';
import { hrefOf, searchHref } from './href.ts';
import { moveByKeys } from './keys.ts';
import type { Answer, Jump, Result } from './messages.ts';
import type { Filters } from './pagefind-index.ts';
import { clearSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { replaceItems } from './replace-items.ts';
import { jumpItem, restItem, resultItem } from './result-list.ts';
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

export class SearchPanel {
  readonly root = element('div', { className: 'search-panel' });
  readonly input = element('input', { type: 'search', name: 'q', autocomplete: 'off' });
  readonly #status = element('p', { className: 'search-status', role: 'status' });
  readonly #jumps = element('ul', { className: 'search-jumps' });
  readonly #results = element('ol', { className: 'search-results' });
  readonly #extra = element('div', { className: 'search-extra' });
  readonly #filters: FilterPanel;
  readonly #options: PanelOptions;
  #turn = 0;
  #timer = 0;
  #settling = 0;

  constructor(options: PanelOptions) {
    this.#options = options;
    this.#filters = makeFilters(() => this.#run(true));
    this.#results.dataset['searchResults'] = '';
    this.#setState('idle');
    this.root.append(this.#form(), this.#filters.root, this.#status, this.#jumps);
    this.root.append(this.#results, this.#extra);
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
    try {
      const found = ask('find', {
        query,
        filters: this.#filters.chosen(),
        first: this.#options.first,
        whole: this.#options.whole,
      });
      // Where both calls fail, the first failure is shown and the second one is no news.
      found.catch(() => null);
      const jumps = await ask('jump', query);
      if (!isLate()) this.#showJumps(jumps, query);
      const [answer, locked] = [await found, await lockedResults(query)];
      if (!isLate()) this.#showAnswer(answer, query, locked);
    } catch {
      if (!isLate()) this.#showFailure();
    }
  }

  #setState(state: 'idle' | 'searching' | 'done' | 'failed'): void {
    this.#results.dataset['state'] = state;
    this.#results.ariaBusy = String(state === 'searching');
    this.root.dataset['state'] = state;
  }

  #showJumps(jumps: readonly Jump[], query: string): void {
    this.#jumps.dataset['query'] = query;
    replaceItems(this.#jumps, jumps.map(jumpItem), this.input);
    this.#jumps.ariaLabel = searchText('jump');
  }

  #showAnswer(answer: Answer, query: string, locked: readonly Result[]): void {
    const { how, total, results, rest } = answer;
    const isOnlyLocked = how === 'none' && locked.length > 0;
    this.#status.textContent = isOnlyLocked ? searchText('lockedResults') : statusOf(answer, query);
    const listed = this.#options.whole ? rest : [];
    const items = [
      ...locked.map((result) => resultItem(result, query)),
      ...results.map((result) => resultItem(result, query)),
      ...listed.map((page) => restItem(page, query)),
    ];
    replaceItems(this.#results, items, this.input);
    const all = element(
      'a',
      { href: searchHref(query, this.#filters.chosen()) },
      searchText('allResults'),
    );
    const isMore = total > results.length && !this.#options.whole;
    this.#results.dataset['query'] = query;
    this.#extra.replaceChildren(...(how === 'none' ? nearestOf(answer) : isMore ? [all] : []));
    this.#setState('done');
  }

  #showFailure(): void {
    this.#clear(searchText('failed'));
    const list = element('a', { href: hrefOf('/notes/', '') }, searchText('allNotes'));
    this.#extra.replaceChildren(list);
    this.#setState('failed');
  }

  #showRecent(): void {
    this.#clear('');
    this.#setState('idle');
    const recent = recentSearches();
    if (recent.length === 0) return;
    const items = recent.map((query) => {
      const again = element('button', { type: 'button', className: 'search-again' }, query);
      again.addEventListener('click', () => {
        this.input.value = query;
        this.input.focus();
        this.#run(true);
      });
      return element('li', {}, again);
    });
    const clear = element(
      'button',
      { type: 'button', className: 'search-clear' },
      searchText('clear'),
    );
    clear.addEventListener('click', () => {
      clearSearches();
      this.#extra.replaceChildren();
      this.input.focus();
    });
    const head = element('p', { className: 'label' }, searchText('recent'));
    this.#extra.replaceChildren(
      head,
      element('ul', { className: 'search-recent' }, ...items),
      clear,
    );
  }

  #clear(status: string): void {
    this.#status.textContent = status;
    this.#jumps.replaceChildren();
    this.#results.replaceChildren();
    this.#extra.replaceChildren();
  }

  #remember({ target }: Event): void {
    if (target instanceof Element && target.closest('a[href]')) rememberSearch(this.input.value);
  }
}

/** Results in locked pages that are open in this tab. */
async function lockedResults(query: string): Promise<readonly Result[]> {
  if (knownKeys().length === 0) return [];
  const { findLocked } = await import('../locked/locked-search.ts');
  return findLocked(query).catch(() => []);
}

function statusOf({ how, total, corrected, excluded }: Answer, query: string): string {
  if (how === 'none') return searchText('none', query);
  if (how === 'most') return searchText('partial');
  if (how === 'some') return searchText('parts');
  const count = total === 1 ? searchText('oneResult') : searchText('results', total);
  const without = excluded.map((text) => searchText('without', text));
  const used = corrected.length === 0 ? [] : [searchText('corrected', corrected.join(', '))];
  return [...used, count, ...without].join(' · ');
}

function nearestOf({ nearest }: Answer): Node[] {
  const list = element('a', { href: hrefOf('/notes/', '') }, searchText('allNotes'));
  if (nearest.length === 0) return [list];
  const items = nearest.map(({ title, permalink }) =>
    element('li', {}, element('a', { href: hrefOf(permalink, '') }, title)),
  );
  const head = element('p', { className: 'label' }, searchText('similar'));
  return [head, element('ul', { className: 'search-nearest' }, ...items), list];
}
