/**
 * Checks a built site as a browser sees it: every internal link, fragment, file, redirect, feed and
 * sitemap entry, and what styles and scripts load, must lead somewhere, ids must be unique, note syntax must not show. It imports
 * nothing of the engine, so that it can judge it.
 */
import { join, relative, sep } from 'node:path';
import { percentDecoded } from '../garden/percent-decoding.ts';
import { codeVersion } from '../system/code-version.ts';
import { decodeText, digestOf, listFiles, readBytes } from '../system/disk.ts';
import { type KnownPage, PageCache, type PageLink } from './page-cache.ts';
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
  /** Address of the site's host: absolute links to it are checked like others. '' checks none. */
  readonly url?: string;
  /** What the builder of the site knows; without it the folder is listed and all pages are read. */
  readonly kept?: {
    /** Folder that keeps what was read of the pages for the next check. */
    readonly cache: string;
    /** All files of the site by path, each with a stamp that changes when its content does. */
    readonly files: ReadonlyMap<string, string>;
  };
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

/** Checks the site in a folder that is served below `base`. */
export async function checkSite(
  folder: string,
  base: string,
  { url = '', kept }: CheckSettings = {},
): Promise<SiteCheck> {
  const files = kept?.files ?? (await filesWithoutStamps(folder));
  const version = digestOf(codeVersion(import.meta.url), base, url);
  const cache = kept ? await PageCache.open(kept.cache, version) : PageCache.empty(version);
  const served = new Set([...files.keys()].map(addressOf));
  const pages = new Map<string, KnownPage>();
  const lists = new Map<string, KnownPage>();
  for (const [path, stamp] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isList = namesAddresses(path);
    if (!isList && !path.endsWith('.html')) continue;
    const address = addressOf(path);
    const linksOf = (references: readonly string[]) =>
      references.flatMap((reference) => {
        const target = inside(withoutHost(reference, url), address, base);
        return target ? [{ reference, ...target }] : [];
      });
    const page = await cache.page(path, stamp, async () => {
      const { text } = decodeText(await readBytes(join(folder, path)));
      if (isList) return { ...noPage, links: linksOf(addressesIn(path, text)) };
      const { references, ...read } = readBuiltPage(text);
      return { ...read, links: linksOf(references) };
    });
    (isList ? lists : pages).set(address, page);
  }
  if (kept) await cache.save(kept.cache);
  return { pages: pages.size, ...judge(served, pages, lists, cache) };
}

const noPage = { ids: [], duplicateIds: [], rawSyntax: [], nestedLinks: 0 };

async function filesWithoutStamps(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await listFiles(folder);
  return new Map(
    files.map(({ location }) => [relative(folder, location).replaceAll(sep, '/'), '']),
  );
}

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
