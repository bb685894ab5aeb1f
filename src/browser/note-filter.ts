/** Filters the list of notes on a page by words, and shows it as a table. */
import { element } from './element.ts';
import type { NoteTable } from './note-table.ts';
import { preference, setPreference } from './preferences.ts';

/** Most notes that are found in the titles of the whole garden. */
const maxFound = 100;

/** Makes the filter above a list of notes work, also with what a reader did there before. */
export function startNoteFilter(form: HTMLElement): void {
  const lists = form.parentElement?.querySelector<HTMLElement>('.note-lists');
  const input = form.querySelector('input');
  const button = form.querySelector('button');
  const output = form.querySelector('output');
  if (!lists || !input || !button || !output) return;
  new NoteFilter(form, { lists, input, button, output }).start();
}

interface Parts {
  readonly lists: HTMLElement;
  readonly input: HTMLInputElement;
  readonly button: HTMLButtonElement;
  readonly output: HTMLOutputElement;
}

class NoteFilter {
  readonly #form: HTMLElement;
  readonly #parts: Parts;
  readonly #items: readonly HTMLElement[];
  #table: NoteTable | null = null;
  /** Notes found by their titles, where not all are on the page. */
  readonly #found = element('ul', { className: 'note-list', hidden: true });
  #asked = 0;

  constructor(form: HTMLElement, parts: Parts) {
    this.#form = form;
    this.#parts = parts;
    this.#items = [...parts.lists.querySelectorAll<HTMLElement>('.note-list > li')];
  }

  start(): void {
    const { lists, input, button } = this.#parts;
    lists.after(this.#found);
    button.ariaPressed = String(preference('notes-table') === 'on');
    button.addEventListener('click', () => {
      const isTable = button.ariaPressed !== 'true';
      button.ariaPressed = String(isTable);
      setPreference('notes-table', isTable ? 'on' : '');
      void this.#apply();
    });
    input.addEventListener('input', () => void this.#apply());
    void this.#apply();
  }

  async #apply(): Promise<void> {
    const { lists, input, button, output } = this.#parts;
    this.#asked += 1;
    const turn = this.#asked;
    const typed = input.value.trim();
    const found = await this.#titles(typed);
    const isTable = button.ariaPressed === 'true' && found === null;
    const table = isTable ? await this.#madeTable() : this.#table;
    if (turn !== this.#asked) return;
    const matching = new Set(this.#items.filter((item) => hasWords(item, typed)));
    for (const item of this.#items) item.hidden = !matching.has(item);
    hideEmpty(lists);
    if (isTable) table?.show(matching);
    if (table) table.element.hidden = !isTable;
    this.#found.replaceChildren(...(found ?? []));
    this.#found.hidden = found === null;
    lists.hidden = isTable || found !== null;
    output.value = typed === '' ? '' : String(found?.length ?? matching.size);
  }

  async #madeTable(): Promise<NoteTable> {
    const { NoteTable } = await import('./note-table.ts');
    if (!this.#table) {
      this.#table = new NoteTable(this.#items);
      this.#found.before(this.#table.element);
    }
    return this.#table;
  }

  /** Items for what is called so in the whole garden; null where the items of the page are enough. */
  async #titles(typed: string): Promise<HTMLElement[] | null> {
    if (typed === '' || this.#form.dataset['whole'] !== undefined) return null;
    try {
      const { notesCalled } = await import('./titles.ts');
      return await notesCalled(typed, maxFound);
    } catch (error) {
      // Without a connection the page itself is filtered.
      reportError(error);
      return null;
    }
  }
}

/** Whether title, description, folder and date together have all words. */
function hasWords(item: HTMLElement, typed: string): boolean {
  const text = item.textContent.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Hides the headings of lists of which every note is hidden. */
function hideEmpty(lists: HTMLElement): void {
  for (const section of lists.querySelectorAll<HTMLElement>('.section')) {
    section.hidden = !section.querySelector('.note-list > li:not([hidden])');
  }
}
