/**
 * Checks a built site as a browser sees it: every internal link, fragment, file, redirect, feed and
 * sitemap entry, and what styles and scripts load, must lead somewhere, ids must be unique, note syntax must not show. It imports
 * nothing of the engine, so that it can judge it.
 */
import { join, relative, sep } from 'node:path';
import { percentDecoded } from '../garden/percent-decoding.ts';
import { codeVersion } from '../system/code-version.ts';
import { decodeText, digestOf, listFiles, readBytes } from '../system/disk.ts';
import { type KnownPage, PageCache, type PageLink, type ReadPage } from './page-cache.ts';
import { addressesIn, namesAddresses } from './read-list.ts';
import { readBuiltPage } from './read-page.ts';

export interface SiteFault {
  /** Address of the page, below the base. */
  readonly page: string;
  readonly kind:
    | 'dead link'
    | 'dead fragment'
    | 'duplicate id'
    | 'nested link'
    | 'raw syntax'
    | 'gone address';
  readonly detail: string;
}

export interface SiteCheck {
  readonly pages: number;
  readonly links: number;
  readonly faults: readonly SiteFault[];
}

export interface CheckSettings {
  /** Where the site is served, with a slash at both ends. */
  readonly base: string;
  /** Address of the site's host: absolute links to it are checked like others. '' checks none. */
  readonly url: string;
}

/** Faults that the garden causes; the author may mean raw syntax, and mean a page to go. */
const failingKinds: readonly SiteFault['kind'][] = [
  'dead link',
  'dead fragment',
  'duplicate id',
  'nested link',
];

/** Whether a fault makes a check fail. */
export function isFailing({ kind }: SiteFault): boolean {
  return failingKinds.includes(kind);
}

/** Checks the site in a folder that is served below `base`: lists the folder and reads all pages. */
export async function checkSite(folder: string, base: string, url = ''): Promise<SiteCheck> {
  const files = await listFiles(folder);
  const paths = files.map(({ location }) => relative(folder, location).replaceAll(sep, '/'));
  const check = await BuildCheck.open(null, { base, url });
  return check.finish(folder, new Map(paths.map((path) => [path, ''])));
}

/** The check of a site that is being built: reads pages as they are written, and only those that changed. */
export class BuildCheck {
  readonly #settings: CheckSettings;
  readonly #folder: string | null;
  readonly #cache: PageCache;
  /** Numbers of the references that lead to the same place on all pages: most are on many. */
  readonly #rooted = new Map<string, number>();

  private constructor(settings: CheckSettings, folder: string | null, cache: PageCache) {
    this.#settings = settings;
    this.#folder = folder;
    this.#cache = cache;
  }

  /** `folder` keeps what is read of the pages for the next check; null keeps nothing. */
  static async open(folder: string | null, settings: CheckSettings): Promise<BuildCheck> {
    const version = digestOf(codeVersion(import.meta.url), settings.base, settings.url);
    const cache =
      folder === null ? PageCache.empty(version) : await PageCache.open(folder, version);
    return new BuildCheck(settings, folder, cache);
  }

  /** Reads a file that is put into the site, with a stamp that changes when its content does. */
  take(path: string, stamp: string, content: string | Uint8Array): void {
    if (!isChecked(path)) return;
    this.#cache.take(path, stamp, () => {
      return this.#read(path, typeof content === 'string' ? content : decodeText(content).text);
    });
  }

  /**
   * Checks the site in `folder`, of which `files` are all files by path, each with its stamp ('' for one that
   * is not known).
   */
  async finish(folder: string, files: ReadonlyMap<string, string>): Promise<SiteCheck> {
    const served = new Set([...files.keys()].map(addressOf));
    const pages = new Map<string, KnownPage>();
    const lists = new Map<string, KnownPage>();
    for (const [path, stamp] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!isChecked(path)) continue;
      const page = await this.#cache.page(path, stamp, async () =>
        this.#read(path, decodeText(await readBytes(join(folder, path))).text),
      );
      (namesAddresses(path) ? lists : pages).set(addressOf(path), page);
    }
    if (this.#folder !== null) await this.#cache.save(this.#folder);
    return { pages: pages.size, ...judge(served, pages, lists, this.#cache) };
  }

  #read(path: string, text: string): ReadPage {
    if (namesAddresses(path)) {
      return { ...noPage, links: this.#linksOf(path, addressesIn(path, text)) };
    }
    const { references, ...read } = readBuiltPage(text);
    return { ...read, links: this.#linksOf(path, references) };
  }

  #linksOf(path: string, references: readonly string[]): number[] {
    const page = addressOf(path);
    const numbers: number[] = [];
    for (const reference of references) {
      const known = this.#rooted.get(reference);
      const number = known ?? this.#numberOf(reference, page);
      if (number !== null) numbers.push(number);
    }
    return numbers;
  }

  /** The number of a reference on a page; null where it leads out of the site. */
  #numberOf(reference: string, page: string): number | null {
    const { base, url } = this.#settings;
    const target = inside(withoutHost(reference, url), page, base);
    if (target === null) return null;
    const number = this.#cache.linkNumber({ reference, ...target });
    if (reference.startsWith('/')) {
      // The reference itself, cut out of the page, would keep all of it in memory.
      this.#rooted.set(this.#cache.links[number]?.reference ?? reference, number);
    }
    return number;
  }
}

function isChecked(path: string): boolean {
  return path.endsWith('.html') || namesAddresses(path);
}

const noPage = { ids: [], duplicateIds: [], rawSyntax: [], nestedLinks: 0 };

type Pages = ReadonlyMap<string, KnownPage>;

/** The faults of all pages and lists, and the number of their links. */
function judge(
  served: ReadonlySet<string>,
  pages: Pages,
  lists: Pages,
  cache: PageCache,
): Omit<SiteCheck, 'pages'> {
  const verdicts = cache.links.map((link) => faultOf(link, served, pages, cache));
  const faults: SiteFault[] = [];
  let links = 0;
  for (const [address, page] of [...pages, ...lists]) {
    links += page.links.length;
    for (const number of page.links) {
      const kind = verdicts[number];
      if (kind) faults.push({ page: address, kind, detail: cache.links[number]?.reference ?? '' });
    }
    faults.push(...faultsOnPage(address, page));
  }
  return { links, faults };
}

/** An absolute address of this site as a path; others as they are. */
function withoutHost(reference: string, url: string): string {
  if (url === '' || !reference.startsWith(url)) return reference;
  const rest = reference.slice(url.length);
  if (rest === '') return '/';
  return /^[/?#]/.test(rest) ? rest : reference;
}

/** `a/index.html` → `/a/`; other files by their name. */
function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`.normalize('NFC');
}

interface InnerTarget {
  readonly path: string;
  readonly fragment: string;
}

function inside(reference: string, page: string, base: string): InnerTarget | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference)) return null;
  const address = `http://site${base.slice(0, -1)}${encodeURI(page)}`;
  const url = URL.parse(reference, address);
  if (!url) return { path: ' no address', fragment: '' };
  const path = percentDecoded(url.pathname).normalize('NFC');
  if (!path.startsWith(base)) return { path: ` outside ${base}`, fragment: '' };
  return { path: path.slice(base.length - 1), fragment: percentDecoded(url.hash.slice(1)) };
}

function faultOf(
  { path, fragment }: PageLink,
  served: ReadonlySet<string>,
  pages: Pages,
  cache: PageCache,
): SiteFault['kind'] | null {
  if (!served.has(path)) return 'dead link';
  if (fragment === '' || fragment === 'top' || fragment.startsWith(':~:')) return null;
  const page = pages.get(path);
  return page && !cache.hasId(page, fragment) ? 'dead fragment' : null;
}

function faultsOnPage(page: string, built: KnownPage): SiteFault[] {
  const duplicate = built.duplicateIds.map((detail) => ({
    page,
    kind: 'duplicate id' as const,
    detail,
  }));
  const raw = built.rawSyntax.map((detail) => ({ page, kind: 'raw syntax' as const, detail }));
  const nested = Array.from({ length: built.nestedLinks }, () => {
    return { page, kind: 'nested link' as const, detail: '' };
  });
  return [...duplicate, ...raw, ...nested];
}
