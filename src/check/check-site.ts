/**
 * Walks a built site as a reader's browser would: does every link inside it lead somewhere, is every
 * id there once, does raw note syntax show? It knows nothing of the engine, so that it can judge it.
 */
import { relative, sep } from 'node:path';
import { decodeText, listFiles, mapFiles, readBytes } from '../system/disk.ts';
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

/** Checks the site in a folder that is served below `base`. */
export async function checkSite(folder: string, base: string): Promise<SiteCheck> {
  const files = await listFiles(folder);
  const served = new Set(files.map(({ location }) => addressOf(folder, location)));
  const pages = new Map<string, BuiltPage>();
  await mapFiles(
    files.filter(({ path }) => path.endsWith('.html')),
    async ({ location }) => {
      const page = readBuiltPage(decodeText(await readBytes(location)).text);
      pages.set(addressOf(folder, location), page);
    },
  );
  const faults: SiteFault[] = [];
  let links = 0;
  for (const [address, page] of pages) {
    for (const reference of page.references) {
      const target = inside(reference, address, base);
      if (!target) continue;
      links++;
      const fault = faultOf(target, served, pages);
      if (fault) faults.push({ page: address, kind: fault, detail: reference });
    }
    faults.push(...faultsOnPage(address, page));
  }
  return { pages: pages.size, links, faults };
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
  const url = new URL(reference, `http://site${base.slice(0, -1)}${encodeURI(page)}`);
  const path = decode(url.pathname).normalize('NFC');
  if (!path.startsWith(base)) return { path: ` outside ${base}`, fragment: '' };
  return { path: path.slice(base.length - 1), fragment: decode(url.hash.slice(1)) };
}

function faultOf(
  { path, fragment }: InnerTarget,
  served: ReadonlySet<string>,
  pages: ReadonlyMap<string, BuiltPage>,
): SiteFault['kind'] | null {
  if (!served.has(path)) return 'dead link';
  if (fragment === '' || fragment === 'top' || fragment.startsWith(':~:')) return null;
  const page = pages.get(path);
  return page && !page.ids.has(fragment) ? 'dead fragment' : null;
}

/** Signs of note syntax that no reader should see. */
const rawSyntax =
  /\*\*|==|%%|\[\[|\]\]|\(\([0-9a-f]{8}-|\{\{|collapsed::|\bid:: [0-9a-f]{8}-|:LOGBOOK:|#\+BEGIN_/g;

function faultsOnPage(page: string, built: BuiltPage): SiteFault[] {
  const duplicate = built.duplicateIds.map((detail) => ({
    page,
    kind: 'duplicate id' as const,
    detail,
  }));
  const raw = [...built.text.matchAll(rawSyntax)].map(({ index }) => {
    const detail = built.text.slice(Math.max(0, index - 30), index + 40).replace(/\s+/g, ' ');
    return { page, kind: 'raw syntax' as const, detail };
  });
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
