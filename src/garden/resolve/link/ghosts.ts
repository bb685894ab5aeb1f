/** Ghosts: pages without a file that are linked by name or are the parent of a namespace. */
import { journalTitle } from '../../journal-dates.ts';
import type { Link, Vault } from '../../note.ts';
import { tagKey } from '../../tag-key.ts';
import type { AddressBook } from '../address/address-book.ts';
import { slugOf } from '../address/slug.ts';
import type { Found } from '../lookup/find.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import type { NameIndex } from '../lookup/name-index.ts';
import { nameKey } from '../lookup/name-key.ts';

export interface GhostName {
  readonly id: string;
  /** As first written; a journal's date in its graph's format. */
  readonly title: string;
  readonly vault: string;
  /** ISO date where the ghost is a journal's day. */
  readonly journal: string | null;
  /** Path of the first note that links to it; '' where it is a ghost only for what is below it. */
  readonly by: string;
}

/** A published note with the result of each link's lookup. */
export interface SearchedNote {
  readonly known: KnownNote;
  readonly found: readonly Found[];
}

/** Collects ghosts by key; gives each an address of its own. */
export class Ghosts {
  readonly #byKey = new Map<string, GhostName>();
  readonly #names: NameIndex;
  readonly #book: AddressBook;
  readonly #formats: ReadonlyMap<string, string>;
  readonly #tags: ReadonlySet<string>;

  /**
   * `notes` in order of path: the first spelling of a name is the ghost's title. `tags` are the keys
   * of the garden's tags.
   */
  constructor(
    notes: readonly SearchedNote[],
    names: NameIndex,
    vaults: readonly Vault[],
    book: AddressBook,
    tags: ReadonlySet<string>,
  ) {
    this.#names = names;
    this.#book = book;
    this.#tags = tags;
    this.#formats = new Map(
      vaults.flatMap(({ root, journalFormats: [format] }) => (format ? [[root, format]] : [])),
    );
    for (const { known, found } of notes) {
      const { note } = known;
      for (const name of this.namedIn(note, found)) this.#add(note.vault, name, note.path);
    }
    for (const { known } of notes) this.#addParents(known);
    for (const ghost of [...this.#byKey.values()]) {
      if (ghost.journal === null) this.#addParentsOf(ghost.vault, ghost.title);
    }
  }

  /** All ghosts, in order of discovery. */
  all(): readonly GhostName[] {
    return [...this.#byKey.values()];
  }

  /** The ghost of a name in a vault, or null. */
  find(vault: string, name: string): GhostName | null {
    const date = this.#names.journalDate(vault, name);
    return this.#byKey.get(keyOf(name, date)) ?? null;
  }

  /** The names in a note's links that are ghosts, in their order. `found` is parallel to the links. */
  namedIn({ links }: Pick<KnownNote['note'], 'links'>, found: readonly Found[]): string[] {
    return links.flatMap((link, index) => {
      if (found[index]?.kind !== 'nothing' || !mayBeGhost(link)) return [];
      // In Logseq a tag is a page: a link to its name leads to the tag's page, not to a second one.
      return this.#tags.has(tagKey(link.name)) ? [] : [link.name];
    });
  }

  #add(vault: string, name: string, by = ''): void {
    const date = this.#names.journalDate(vault, name);
    const key = keyOf(name, date);
    if (this.#byKey.has(key)) return;
    const format = this.#formats.get(vault) ?? '';
    const title =
      date === null || format === ''
        ? name.normalize('NFC').replace(/^\/|\/$/g, '')
        : journalTitle(date, format);
    const address = date === null ? slugOf(name) : `journals/${date}`;
    const id = this.#book.take(address, '', date !== null);
    this.#byKey.set(key, { id, title, vault, journal: date, by });
  }

  #addParents({ note }: KnownNote): void {
    if (note.dialect === 'logseq' && note.journal === null)
      this.#addParentsOf(note.vault, note.name);
  }

  #addParentsOf(vault: string, name: string): void {
    for (const parent of parentsOf(name)) {
      if (this.#tags.has(tagKey(parent))) continue;
      if (!this.#names.anywhere(vault, parent)) this.#add(vault, parent);
    }
  }
}

function mayBeGhost(link: Link): boolean {
  const key = nameKey(link.name);
  if (link.uncounted || link.by !== 'name' || link.kind === 'tag' || key === '') return false;
  // A missing image or drawing is not a page.
  return !/^\.\.?\/|\/.*\.(?:excalidraw|edn|org|png|jpe?g|gif|svg|webp|pdf|mp[34])$/.test(key);
}

function keyOf(name: string, date: string | null): string {
  return date === null ? nameKey(name) : `journals/${date}`;
}

/** Each namespace is a page of its own, so that more would be one page each. */
const maxNamespaces = 50;

/** Namespaces above a page, outermost first: 'a/b/c' → 'a', 'a/b'. Paths and addresses have none. */
export function parentsOf(name: string): string[] {
  if (/^\.{0,2}\/|^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return [];
  const parents: string[] = [];
  const levels = name.split('/');
  for (let count = 1; count < levels.length && parents.length < maxNamespaces; count += 1) {
    const parent = levels.slice(0, count).join('/');
    if (parent !== '' && !parent.endsWith('/')) parents.push(parent);
  }
  return parents;
}
