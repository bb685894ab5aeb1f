/**
 * Checks a built site as a browser sees it: every internal link, fragment, file, redirect, feed and
 * sitemap entry must lead somewhere, ids must be unique, note syntax must not show. It imports
 * nothing of the engine, so that it can judge it.
 */
import { relative, sep } from 'node:path';
import { decodeText, listFiles, mapFiles, readBytes } from '../system/disk.ts';
import { PageCache } from './page-cache.ts';
import { addressesIn, isPageList } from './read-list.ts';
import { type BuiltPage, readBuiltPage } from './read-page.ts';

export interface SiteFault {
  /** Address of the page, below the base. */
  readonly page: string;
  readonly kind: 'dead link' | 'dead fragment' | 'duplicate id' | 'nested link' | 'raw syntax';
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
  /** Folder that keeps what was read of the pages for the next check. */
  readonly cache?: string;
}

/** Faults that the garden causes; raw syntax may be what the author wrote. */
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
  { url = '', cache }: CheckSettings = {},
): Promise<SiteCheck> {
  const files = await listFiles(folder);
  const served = new Set(files.map(({ location }) => addressOf(folder, location)));
  const kept = cache === undefined ? null : await PageCache.open(cache);
  const pages = new Map<string, CheckedPage>();
  const lists = new Map<string, readonly string[]>();
  await mapFiles(
    files.filter(({ path }) => path.endsWith('.html') || isPageList(path)),
    async ({ path, location }) => {
      const { text } = decodeText(await readBytes(location));
      const address = addressOf(folder, location);
      if (isPageList(path)) lists.set(address, addressesIn(path, text));
      else pages.set(address, checkedPage(kept?.read(text) ?? readBuiltPage(text)));
    },
  );
  if (kept && cache !== undefined) await kept.save(cache);
  const faults: SiteFault[] = [];
  let links = 0;
  const checkAll = (address: string, references: readonly string[]) => {
    for (const reference of references) {
      const target = inside(withoutHost(reference, url), address, base);
      if (!target) continue;
      links++;
      const fault = faultOf(target, served, pages);
      if (fault) faults.push({ page: address, kind: fault, detail: reference });
    }
  };
  for (const [address, page] of pages) {
    checkAll(address, page.references);
    faults.push(...faultsOnPage(address, page));
  }
  for (const [address, references] of lists) checkAll(address, references);
  return { pages: pages.size, links, faults };
}

interface CheckedPage extends Omit<BuiltPage, 'ids'> {
  readonly ids: ReadonlySet<string>;
}

function checkedPage(page: BuiltPage): CheckedPage {
  return { ...page, ids: new Set(page.ids) };
}

/** An absolute address of this site as a path; others as they are. */
function withoutHost(reference: string, url: string): string {
  if (url === '' || !reference.startsWith(url)) return reference;
  const rest = reference.slice(url.length);
  if (rest === '') return '/';
  return /^[/?#]/.test(rest) ? rest : reference;
}

/** `dist/a/index.html` → `/a/`; other files by their name. */
function addressOf(folder: string, location: string): string {
  const path = relative(folder, location).split(sep).join('/');
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
  const path = decode(url.pathname).normalize('NFC');
  if (!path.startsWith(base)) return { path: ` outside ${base}`, fragment: '' };
  return { path: path.slice(base.length - 1), fragment: decode(url.hash.slice(1)) };
}

function faultOf(
  { path, fragment }: InnerTarget,
  served: ReadonlySet<string>,
  pages: ReadonlyMap<string, CheckedPage>,
): SiteFault['kind'] | null {
  if (!served.has(path)) return 'dead link';
  if (fragment === '' || fragment === 'top' || fragment.startsWith(':~:')) return null;
  const page = pages.get(path);
  return page && !page.ids.has(fragment) ? 'dead fragment' : null;
}

function faultsOnPage(page: string, built: CheckedPage): SiteFault[] {
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
