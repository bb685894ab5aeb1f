/** Filters the references of a page: by words, and by the other pages that they name. */

/** Pages that are offered, the most named first. */
const maxPages = 24;

/** Makes the filter of a section of references work, also with what a reader did there before. */
export function startReferenceFilter(form: HTMLElement): void {
  const section = form.closest<HTMLElement>('.references');
  const input = form.querySelector('input');
  const fold = form.querySelector('details');
  if (!section || !input || !fold) return;
  const filter = new ReferenceFilter(section, form);
  input.addEventListener('input', () => void filter.apply());
  fold.addEventListener('toggle', () => void filter.offerPages());
  if (input.value !== '') void filter.apply();
  if (fold.open) void filter.offerPages();
}

class ReferenceFilter {
  readonly #section: HTMLElement;
  readonly #form: HTMLElement;
  readonly #wanted = new Set<string>();
  readonly #unwanted = new Set<string>();
  #complete: Promise<void> | null = null;

  constructor(section: HTMLElement, form: HTMLElement) {
    this.#section = section;
    this.#form = form;
  }

  /** Hides what does not match. */
  async apply(): Promise<void> {
    await this.#loadAll();
    const words = this.#words();
    const isFiltered = words.length + this.#wanted.size + this.#unwanted.size > 0;
    if (isFiltered) {
      const folds = this.#section.querySelectorAll<HTMLDetailsElement>('.more-references');
      for (const fold of folds) fold.open = true;
    }
    const notes = notesIn(this.#section);
    for (const note of notes) note.hidden = isFiltered && !this.#applyTo(note, words);
    if (!isFiltered) for (const note of notes) showPlaces(note);
    const output = this.#form.querySelector('output');
    const shown = notes.filter((note) => !note.hidden).length;
    if (output) output.value = isFiltered ? String(shown) : '';
  }

  /** Hides the places of a note that do not match. @returns whether any of it matches. */
  #applyTo(note: HTMLElement, words: readonly string[]): boolean {
    const places = [...note.querySelectorAll<HTMLElement>('.context')];
    const title = note.querySelector('a')?.textContent ?? '';
    for (const place of places) place.hidden = !this.#matches(place, title, words);
    if (places.length === 0) return this.#matches(note, title, words);
    return places.some((place) => !place.hidden);
  }

  /** Offers the pages that the references name, besides this one. */
  async offerPages(): Promise<void> {
    const list = this.#form.querySelector('ul');
    if (!list || list.childElementCount > 0) return;
    await this.#loadAll();
    for (const [address, { title, count }] of namedPages(this.#section).slice(0, maxPages)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${title} ${count}`;
      button.setAttribute('aria-pressed', 'false');
      button.addEventListener('click', () => this.#turn(button, address));
      const item = document.createElement('li');
      item.append(button);
      list.append(item);
    }
  }

  /** From all to only those with the page, to only those without it, as in Logseq. */
  #turn(button: HTMLButtonElement, address: string): void {
    const isWanted = this.#wanted.delete(address);
    const isUnwanted = this.#unwanted.delete(address);
    if (isWanted) this.#unwanted.add(address);
    else if (!isUnwanted) this.#wanted.add(address);
    button.setAttribute('aria-pressed', String(!isUnwanted));
    button.dataset['mode'] = isWanted ? 'out' : 'in';
    void this.apply();
  }

  #words(): string[] {
    const written = this.#form.querySelector('input')?.value ?? '';
    return written.toLowerCase().split(/\s+/u).filter(Boolean);
  }

  #matches(part: HTMLElement, title: string, words: readonly string[]): boolean {
    const text = `${title} ${part.textContent}`.toLowerCase();
    const pages = new Set(linksIn(part).map(addressOf));
    return (
      words.every((word) => text.includes(word)) &&
      [...this.#wanted].every((page) => pages.has(page)) &&
      ![...this.#unwanted].some((page) => pages.has(page))
    );
  }

  /** Puts in the references that are on a page of their own. */
  #loadAll(): Promise<void> {
    this.#complete ??= showAll(this.#section).catch(reportError);
    return this.#complete;
  }
}

/** Shows all references in the section of the link to them. @returns whether there is one. */
export async function showAllOf(link: HTMLElement): Promise<boolean> {
  const section = link.closest<HTMLElement>('.references');
  if (section) await showAll(section);
  return section !== null;
}

/** Replaces the list of a section by the whole one, on the pages that its last link leads to. */
async function showAll(section: HTMLElement): Promise<void> {
  const link = section.querySelector<HTMLAnchorElement>('.all-references a');
  if (!link) return;
  const heading = section.getAttribute('aria-labelledby') ?? '';
  const parts: Element[] = [];
  for (let address: string | null = link.href; address !== null; ) {
    const page = await documentAt(address);
    const whole = page.querySelector(`section[aria-labelledby="${heading}"]`);
    parts.push(...[...(whole?.children ?? [])].filter((part) => !isHead(part)));
    const next = page.querySelector('a[rel="next"]')?.getAttribute('href');
    address = next ? new URL(next, address).href : null;
  }
  if (parts.length === 0) return;
  for (const part of [...section.children]) if (!isHead(part)) part.remove();
  section.append(...parts.map((part) => document.importNode(part, true)));
}

async function documentAt(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Heading and filter of a section stay. */
function isHead(part: Element): boolean {
  return part.matches('h2, .reference-filter');
}

function notesIn(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('.backlinks > li, .property-references li')];
}

function showPlaces(note: HTMLElement): void {
  for (const place of note.querySelectorAll<HTMLElement>('.context')) place.hidden = false;
}

function linksIn(part: ParentNode): HTMLAnchorElement[] {
  return [...part.querySelectorAll<HTMLAnchorElement>('.prose a.note-link, .prose a.tag')];
}

function addressOf(link: HTMLAnchorElement): string {
  return link.pathname;
}

function namedPages(section: HTMLElement): [string, { title: string; count: number }][] {
  const pages = new Map<string, { title: string; count: number }>();
  for (const place of section.querySelectorAll('.context')) {
    const named = new Map(linksIn(place).map((link) => [addressOf(link), link.textContent]));
    for (const [address, title] of named) {
      if (address === location.pathname) continue;
      const { count = 0 } = pages.get(address) ?? {};
      pages.set(address, { title: title.replace(/^#/, ''), count: count + 1 });
    }
  }
  return [...pages].sort(([, a], [, b]) => b.count - a.count || a.title.localeCompare(b.title));
}
