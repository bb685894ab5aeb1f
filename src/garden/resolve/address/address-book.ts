/** Which addresses are taken: no two things are served at one address, in any spelling. */

// Pages of the site; notes may stand below them, not at them.
const pages = new Set(
  [
    'notes recent search graph offline 404 index feed rss random robots.txt favicon.ico favicon.svg',
    '404.html index.html rss.xml atom.xml feed.xml feed.json sitemap.xml sitemap-index.xml',
    'graph.json random.json llms.txt offline.js',
  ].flatMap((names) => names.split(' ')),
);

// Folders of the site: nothing of a garden may stand at or below them.
const folders = new Set([
  'tags',
  'assets',
  'pagefind',
  '_astro',
  '_image',
  'diagrams',
  'fonts',
  'explorer',
]);

/** Whether the site itself serves something at this address, or may serve it below a folder of its own. */
function isReserved(address: string): boolean {
  const [first = '', second] = address.toLowerCase().split('/');
  if (first === 'journals') return second === undefined || /^\d/.test(second);
  return folders.has(first) || (second === undefined && pages.has(first));
}

export class AddressBook {
  /** Who took an address, by its lower-case form. */
  readonly #owners = new Map<string, string>();
  /** The number to try next for an address that is taken. */
  readonly #numbers = new Map<string, number>();

  isFree(address: string): boolean {
    return !this.#owners.has(address.toLowerCase());
  }

  /** Who has the address, or '' when nobody does. */
  ownerOf(address: string): string {
    return this.#owners.get(address.toLowerCase()) ?? '';
  }

  /** Takes an address for good: as it is when it is free, else with the first number that is. */
  take(address: string, owner: string, isOfSite = false): string {
    return (
      this.takeFirst([address], owner, isOfSite) ?? this.takeNumbered(address, owner, isOfSite)
    );
  }

  /**
   * Takes the first free one of several addresses, or none. Reserved addresses count as taken, but
   * for what the site has set them aside for (`isOfSite`), such as journals.
   */
  takeFirst(addresses: readonly string[], owner: string, isOfSite = false): string | null {
    const address = addresses.find((wish) => this.#isOpen(wish, isOfSite)) ?? null;
    if (address !== null) this.#owners.set(address.toLowerCase(), owner);
    return address;
  }

  /** Takes an address with the first number that makes it free. */
  takeNumbered(address: string, owner: string, isOfSite = false): string {
    // '/tags-2/x/' and not '/tags/x-2/': everything below '/tags/' is the site's.
    const [first = '', ...rest] = address.split('/');
    const isBlocked = !isOfSite && isReserved(address);
    const key = address.toLowerCase();
    for (let number = this.#numbers.get(key) ?? 2; ; number++) {
      const wish = isBlocked ? [`${first}-${number}`, ...rest].join('/') : `${address}-${number}`;
      if (!this.#isOpen(wish, isOfSite)) continue;
      this.#numbers.set(key, number + 1);
      this.#owners.set(wish.toLowerCase(), owner);
      return wish;
    }
  }

  #isOpen(address: string, isOfSite: boolean): boolean {
    return this.isFree(address) && (isOfSite || !isReserved(address));
  }
}
