/**
 * What a check needs of the pages of a site, kept for the next check: by a stamp that changes with the
 * page. Addresses and ids are kept once for the whole site, and pages hold their numbers.
 */
import { join } from 'node:path';
import { readKept, writeKept } from '../system/kept-value.ts';

/** A link of a page: as it is written, and where it leads. */
export interface PageLink {
  readonly reference: string;
  /** Path below the base. */
  readonly path: string;
  readonly fragment: string;
}

/** A page, or a file that lists pages, with the numbers of its links and ids. */
export interface KnownPage {
  readonly stamp: string;
  readonly links: Uint32Array;
  readonly ids: Uint32Array;
  readonly duplicateIds: readonly string[];
  readonly rawSyntax: readonly string[];
  readonly nestedLinks: number;
}

/** What was read of a page: its links by the numbers that `linkNumber` gives. */
export interface ReadPage extends Pick<KnownPage, 'duplicateIds' | 'rawSyntax' | 'nestedLinks'> {
  readonly links: readonly number[];
  readonly ids: readonly string[];
}

interface Kept {
  readonly version: string;
  readonly links: readonly PageLink[];
  readonly ids: readonly string[];
  readonly pages: ReadonlyMap<string, KnownPage>;
}

/** Writing all pages costs as much as reading one of so many. */
const smallShare = 50;

const fileName = 'checked-pages.bin';

/**
 * Values with a number each. Those that were kept are not looked for: a value that is met anew gets a second
 * number, which costs less than to know the numbers of them all.
 */
class Numbered<Value> {
  readonly values: Value[];
  readonly #numbers = new Map<string, number>();
  readonly #keyOf: (value: Value) => string;
  readonly #copy: (value: Value) => Value;

  constructor(
    keyOf: (value: Value) => string,
    copy: (value: Value) => Value,
    kept: readonly Value[],
  ) {
    this.#keyOf = keyOf;
    this.#copy = copy;
    this.values = [...kept];
  }

  numberOf(value: Value): number {
    const key = this.#keyOf(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const copy = this.#copy(value);
    const number = this.values.push(copy) - 1;
    this.#numbers.set(this.#keyOf(copy), number);
    return number;
  }
}

/** The text as one of its own: what is cut out of a page keeps the whole page in memory. */
const ownText = (text: string): string => Buffer.from(text).toString();

const numberedLinks = (links: readonly PageLink[]) =>
  new Numbered<PageLink>(
    ({ reference, path, fragment }) => `${reference}\n${path}\n${fragment}`,
    ({ reference, path, fragment }) => ({
      ...{ reference: ownText(reference), path: ownText(path), fragment: ownText(fragment) },
    }),
    links,
  );
const numberedIds = (ids: readonly string[]) => new Numbered<string>((id) => id, ownText, ids);

export class PageCache {
  readonly #version: string;
  readonly #before: ReadonlyMap<string, KnownPage>;
  readonly #links: Numbered<PageLink>;
  readonly #ids: Numbered<string>;
  /** Pages that were read before they were asked for. */
  readonly #early = new Map<string, KnownPage>();
  readonly #now = new Map<string, KnownPage>();
  #changed = 0;

  private constructor(version: string, { links, ids, pages }: Omit<Kept, 'version'>) {
    this.#version = version;
    this.#before = pages;
    this.#links = numberedLinks(links);
    this.#ids = numberedIds(ids);
  }

  /** Opens the cache in a folder; a damaged file, or one of another version, is an empty cache. */
  static async open(folder: string, version: string): Promise<PageCache> {
    const kept = await readKept<Kept>(join(folder, fileName));
    return kept?.version === version ? new PageCache(version, kept) : PageCache.empty(version);
  }

  static empty(version: string): PageCache {
    return new PageCache(version, { links: [], ids: [], pages: new Map() });
  }

  /** All links that pages have, by their numbers. */
  get links(): readonly PageLink[] {
    return this.#links.values;
  }

  /** The number of a link, for the pages that have it. */
  linkNumber(link: PageLink): number {
    return this.#links.numberOf(link);
  }

  /** The page with this path, which is read only when its stamp is another one. */
  async page(path: string, stamp: string, read: () => Promise<ReadPage>): Promise<KnownPage> {
    const known = this.#known(path, stamp);
    const page = known ?? this.#numbered(stamp, await read());
    if (page !== this.#before.get(path)) this.#changed += 1;
    this.#now.set(path, page);
    return page;
  }

  /** Takes a page before it is asked for, which is read only when its stamp is another one. */
  take(path: string, stamp: string, read: () => ReadPage): void {
    if (this.#known(path, stamp) === null) this.#early.set(path, this.#numbered(stamp, read()));
  }

  #known(path: string, stamp: string): KnownPage | null {
    const all = [this.#early.get(path), this.#before.get(path)];
    return (stamp !== '' && all.find((page) => page?.stamp === stamp)) || null;
  }

  #numbered(stamp: string, { links, ids, ...rest }: ReadPage): KnownPage {
    return {
      ...rest,
      stamp,
      links: Uint32Array.from(links),
      ids: Uint32Array.from(ids, (id) => this.#ids.numberOf(id)),
    };
  }

  /** Whether a page has an id. */
  hasId({ ids }: KnownPage, id: string): boolean {
    return ids.some((number) => this.#ids.values[number] === id);
  }

  /** Keeps what this check read or took, and nothing older; a few pages rather are read once more. */
  async save(folder: string): Promise<void> {
    const isSmall = this.#changed * smallShare <= this.#before.size;
    if (isSmall && this.#now.size === this.#before.size) return;
    const links = numberedLinks([]);
    const ids = numberedIds([]);
    const linkNumbers = renumbering(this.#links, links);
    const idNumbers = renumbering(this.#ids, ids);
    const pages = [...this.#now].map(([path, page]): [string, KnownPage] => {
      return [path, { ...page, links: page.links.map(linkNumbers), ids: page.ids.map(idNumbers) }];
    });
    const kept: Kept = {
      version: this.#version,
      links: links.values,
      ids: ids.values,
      pages: new Map(pages),
    };
    await writeKept(join(folder, fileName), kept);
  }
}

/** Gives the numbers in a new list to the values of an old one. */
function renumbering<Value>(from: Numbered<Value>, to: Numbered<Value>) {
  const numbers: number[] = [];
  return (number: number): number => {
    const known = numbers[number];
    if (known !== undefined) return known;
    const found = to.numberOf(from.values[number] as Value);
    numbers[number] = found;
    return found;
  };
}
