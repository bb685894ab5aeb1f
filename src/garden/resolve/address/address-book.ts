/** Which addresses are taken: no two things are served at one address, in any spelling. */

// Pages of the site; notes may stand below them, not at them.
const pages = new Set(
  'notes recent search graph 404 index feed rss random robots.txt favicon.ico favicon.svg'
    .split(' ')
    .concat('rss.xml atom.xml feed.xml sitemap.xml sitemap-index.xml graph.json random.json'),
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
export function isReserved(address: string): boolean {
  const [first = '', second] = address.toLowerCase().split('/');
  if (first === 'journals') return second === undefined || /^\d/.test(second);
  return folders.has(first) || (second === undefined && pages.has(first));
}

export class AddressBook {
  /** Who took an address, by its lower-case form. */
  readonly #owners = new Map<string, string>();

  isFree(address: string): boolean {
    return !this.#owners.has(address.toLowerCase());
  }

  /** Who has the address, or '' when nobody does. */
  ownerOf(address: string): string {
    return this.#owners.get(address.toLowerCase()) ?? '';
  }

  /**
   * Takes the first free address of `wishes`, else the last of them with the first number that makes
   * it free. Reserved addresses count as taken.
   */
  take(wishes: readonly string[], owner: string): string {
    const address =
      wishes.find((wish) => this.#isOpen(wish)) ?? this.#numbered(wishes.at(-1) ?? '');
    this.#owners.set(address.toLowerCase(), owner);
    return address;
  }

  /** Takes an address that the site has set aside for this very thing, such as a journal's. */
  takeReserved(address: string, owner: string): string {
    const taken = this.isFree(address) ? address : this.#numbered(address, true);
    this.#owners.set(taken.toLowerCase(), owner);
    return taken;
  }

  #isOpen(address: string): boolean {
    return !isReserved(address) && this.isFree(address);
  }

  #numbered(address: string, reserved = false): string {
    // '/tags-2/x/' and not '/tags/x-2/': everything below '/tags/' is the site's.
    const [first = '', ...rest] = address.split('/');
    const blocked = !reserved && isReserved(address);
    for (let number = 2; ; number++) {
      const wish = blocked ? [`${first}-${number}`, ...rest].join('/') : `${address}-${number}`;
      if (reserved ? this.isFree(wish) : this.#isOpen(wish)) return wish;
    }
  }
}
