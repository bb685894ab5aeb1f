/** Filters by kind, language and tag. Their values load when a reader opens them. */

import type { SearchTextKey } from '../../garden/interface-texts/search-texts.ts';
import { ownValue } from '../../garden/own-value.ts';
import { element } from '../element.ts';
import { ask } from './ask.ts';
import type { FilterCounts } from './messages.ts';
import type { Filters } from './pagefind-index.ts';
import { searchText } from './search-text.ts';

const names = ['kind', 'lang', 'tag'] as const;
const named: readonly string[] = ['note', 'journal', 'ghost', 'zh', 'en'];

export interface FilterPanel {
  readonly root: HTMLElement;
  chosen(): Filters;
  choose(filters: Filters): void;
}

export function makeFilters(changed: () => void): FilterPanel {
  const selects = new Map(names.map((name) => [name, element('select', { name })]));
  const labels = [...selects].map(([name, select]) =>
    element('label', {}, searchText(name), select),
  );
  const fields = element('div', { className: 'search-fields' }, ...labels);
  const root = element('details', { className: 'search-filters' });
  root.append(element('summary', {}, searchText('filter')), fields);
  for (const [name, select] of selects) fill(name, select, {});
  root.addEventListener('toggle', () => void fetchValues(selects), { once: true });
  root.addEventListener('change', changed);
  return {
    root,
    chosen: () =>
      Object.fromEntries(
        [...selects].map(([name, { value }]) => [name, value]).filter(([, value]) => value !== ''),
      ),
    choose(filters) {
      for (const [name, select] of selects) setValue(name, select, filters[name] ?? '');
      if (Object.keys(filters).length > 0) root.open = true;
    },
  };
}

async function fetchValues(selects: ReadonlyMap<string, HTMLSelectElement>): Promise<void> {
  const counts: FilterCounts = await ask('filters', null).catch(() => ({}));
  for (const [name, select] of selects) fill(name, select, ownValue(counts, name) ?? {});
}

function fill(
  name: string,
  select: HTMLSelectElement,
  counts: Readonly<Record<string, number>>,
): void {
  const chosen = select.value;
  const values = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  select.replaceChildren(
    element('option', { value: '' }, searchText('any')),
    ...values.map(([value, count]) => element('option', { value }, `${labelOf(value)} (${count})`)),
  );
  setValue(name, select, chosen);
}

/** A value from the address may be set before the list of values has loaded. */
function setValue(name: string, select: HTMLSelectElement, value: string): void {
  if (value !== '' && ![...select.options].some((option) => option.value === value)) {
    select.append(element('option', { value }, name === 'tag' ? value : labelOf(value)));
  }
  select.value = value;
}

function labelOf(value: string): string {
  return named.includes(value) ? searchText(value as SearchTextKey) : value;
}
