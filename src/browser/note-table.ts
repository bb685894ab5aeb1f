/** A list of notes as a table that its headings sort. */
import { type PageTextKey, pageText } from '../garden/interface-texts/page-texts.ts';
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

/** What a column shows of an item of the list, and what it is sorted by. */
interface Column {
  readonly name: PageTextKey;
  readonly part: string;
  readonly keyOf: (part: HTMLElement | null) => string;
  /** Whether the highest value comes first. */
  readonly isDescending: boolean;
}

const textOf = (part: HTMLElement | null) => part?.textContent ?? '';
const dateOf = (part: HTMLElement | null) => part?.getAttribute('datetime') ?? '';
const columns: readonly Column[] = [
  { name: 'note', part: 'a', keyOf: textOf, isDescending: false },
  { name: 'folder', part: '.folder', keyOf: textOf, isDescending: false },
  { name: 'modified', part: 'time', keyOf: dateOf, isDescending: true },
];
const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });

interface Row {
  readonly item: HTMLElement;
  readonly element: HTMLTableRowElement;
}

export class NoteTable {
  readonly element = element('table', { className: 'notes-table', hidden: true });
  readonly #items: readonly HTMLElement[];
  /** Those of which any item has something. */
  readonly #columns: readonly Column[];
  readonly #body = element('tbody');
  #rows: readonly Row[] | null = null;

  constructor(items: readonly HTMLElement[]) {
    this.#items = items;
    this.#columns = columns.filter(({ part }) => items.some((item) => item.querySelector(part)));
    this.element.append(this.#head(), this.#body);
  }

  /** Leaves the rows of these items in sight. Rows are made when they are first wanted. */
  show(wanted: ReadonlySet<HTMLElement>): void {
    this.#rows ??= this.#fill();
    for (const { item, element: row } of this.#rows) row.hidden = !wanted.has(item);
  }

  #head(): HTMLElement {
    const text = pageText(shownLanguage());
    const headings = this.#columns.map((column) => {
      const button = element('button', { type: 'button' }, text(column.name));
      button.dataset['text'] = column.name;
      const heading = element('th', { scope: 'col' }, button);
      button.addEventListener('click', () => this.#sortBy(column, heading));
      return heading;
    });
    headings[0]?.setAttribute('aria-sort', 'ascending');
    return element('thead', {}, element('tr', {}, ...headings));
  }

  #fill(): readonly Row[] {
    const rows = this.#items.map((item) => ({ item, element: this.#rowOf(item) }));
    this.#body.append(...rows.map((row) => row.element));
    return rows;
  }

  #rowOf(item: HTMLElement): HTMLTableRowElement {
    const cells = this.#columns.map(({ part }, index) => {
      const found = item.querySelector(part)?.cloneNode(true);
      const content = found ? [found] : [];
      return index === 0
        ? element('th', { scope: 'row' }, ...content)
        : element('td', {}, ...content);
    });
    return element('tr', {}, ...cells);
  }

  /** A heading that sorts already turns the order around. */
  #sortBy({ part, keyOf, isDescending }: Column, heading: HTMLElement): void {
    const before = heading.getAttribute('aria-sort');
    const isNowDescending = before === null ? isDescending : before === 'ascending';
    const keyed = (this.#rows ?? []).map((row) => ({
      row,
      key: keyOf(row.item.querySelector<HTMLElement>(part)),
    }));
    keyed.sort((a, b) => collator.compare(a.key, b.key) * (isNowDescending ? -1 : 1));
    this.#body.append(...keyed.map(({ row }) => row.element));
    for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', isNowDescending ? 'descending' : 'ascending');
  }
}
