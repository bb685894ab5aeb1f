/** The addresses in use: no two pages or files share one, whatever the case of their letters. */

// Pages of the site; notes may have addresses below them, not these.
const pages = new Set(
  [
    'notes recent search graph offline 404 index feed rss random robots.txt favicon.ico favicon.svg',
    '404.html index.html rss.xml atom.xml feed.xml feed.json sitemap.xml sitemap-index.xml',
    'graph.json random.json llms.txt offline.js',
  ].flatMap((names) => names.split(' ')),
);

// Folders of the site: no note may have an address at or below them.
const folders = new Set([
  'tags',
  'assets',
  'pagefind',
  '_astro',
  '_image',
  'diagrams',
  'fonts',
  'explorer',
  '_flashcards',
  '_notes',
  '_references',
  '_locked',
]);

/** Whether the address belongs to the site itself. */
function isReserved(address: string): boolean {
  const [first = '', second] = address.toLowerCase().split('/');
  if (first === 'journals')
    return second === undefined || second === 'stream' || /^\d/.test(second);
  return folders.has(first) || (second === undefined && pages.has(first));
}

export class AddressBook {
  /** Owner of each address, by its lower-case form. */
  readonly #owners = new Map<string, string>();
  /** Next number to try for each address in use. */
  readonly #numbers = new Map<string, number>();

  isFree(address: string): boolean {
    return !this.#owners.has(address.toLowerCase());
  }

  /** Owner of the address, or '' where it is free. */
  ownerOf(address: string): string {
    return this.#owners.get(address.toLowerCase()) ?? '';
  }

  /** Takes the address if it is free, else the first free one with a number; gives the address taken. */
  take(address: string, owner: string, isOfSite = false): string {
    return (
      this.takeFirst([address], owner, isOfSite) ?? this.takeNumbered(address, owner, isOfSite)
    );
  }

  /**
   * Takes the first free one of several addresses; null where none is. Reserved addresses count as
   * taken, except for what the site reserves them for (`isOfSite`), such as journals.
   */
  takeFirst(addresses: readonly string[], owner: string, isOfSite = false): string | null {
    const address = addresses.find((preferred) => this.#isOpen(preferred, isOfSite)) ?? null;
    if (address !== null) this.#owners.set(address.toLowerCase(), owner);
    return address;
  }

  /** Takes the address with the lowest number that is free. */
  takeNumbered(address: string, owner: string, isOfSite = false): string {
    // '/tags-2/x/' and not '/tags/x-2/': everything below '/tags/' is the site's.
    const [first = '', ...rest] = address.split('/');
    const isBlocked = !isOfSite && isReserved(address);
    const key = address.toLowerCase();
    for (let number = this.#numbers.get(key) ?? 2; ; number++) {
      const preferred = isBlocked
        ? [`${first}-${number}`, ...rest].join('/')
        : `${address}-${number}`;
      if (!this.#isOpen(preferred, isOfSite)) continue;
      this.#numbers.set(key, number + 1);
      this.#owners.set(preferred.toLowerCase(), owner);
      return preferred;
    }
  }

  #isOpen(address: string, isOfSite: boolean): boolean {
    return this.isFree(address) && (isOfSite || !isReserved(address));
  }
}
