/**
 * Addresses in the files of a site that are no pages: what lists pages (feeds, sitemap, llms.txt, robots.txt),
 * what scripts fetch (explorer, graph, random notes) and styles. Pure.
 */
import { ownValue } from '../garden/own-value.ts';

/** Files at any depth that list pages. */
const listFile = /(?:^|\/)(?:feed\.xml|feed\.json|sitemap[^/]*\.xml|llms\.txt|robots\.txt)$/;

/** Plain JSON for the site's own scripts. */
const dataFile = /^(?:explorer\/[^/]+|graph\/(?:.+\/)?[^/]+|random)\.json$/;

/** Styles of the site itself; those among the files of notes are the notes' own. */
const styleFile = /^(?:_astro|math)\/[^/]+\.css$/;

/** Whether the addresses in a file of the site are checked. */
export function namesAddresses(path: string): boolean {
  return listFile.test(path) || dataFile.test(path) || styleFile.test(path);
}

const xml = [
  /<loc>([^<]+)<\/loc>/g,
  /<link>([^<]+)<\/link>/g,
  /<(?:[a-z]+:)?link\s[^>]*href="([^"]+)"/g,
];
const json = [/"(?:url|home_page_url|feed_url|image)":\s*"([^"]+)"/g];
const text = [/(?<!\\)\]\(([^)\s]+)\)/g, /^Sitemap:\s*(\S+)/gim];

/** The addresses that such a file names: not those in the notes' text that a feed holds. */
export function addressesIn(path: string, content: string): string[] {
  if (styleFile.test(path)) return styleAddresses(content);
  if (dataFile.test(path))
    return path === 'random.json' ? randomNotes(content) : dataAddresses(content);
  const patterns = path.endsWith('.xml') ? xml : path.endsWith('.json') ? json : text;
  return patterns
    .flatMap((pattern) => [...content.matchAll(pattern)].map(([, address = '']) => address))
    .map((address) => address.replaceAll('&amp;', '&'));
}

/** Files that styles load: `url(…)` and `@import`, without what they hold themselves. */
function styleAddresses(content: string): string[] {
  const style = content.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = style.matchAll(/(?:\burl\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^\s"'()]+))/g);
  const addresses = [...found].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  return addresses.filter((address) => address !== 'url' && !/^(?:data:|#|$)/i.test(address));
}

function randomNotes(content: string): string[] {
  const notes: unknown = JSON.parse(content);
  return Array.isArray(notes) ? notes.filter((each) => typeof each === 'string') : [];
}

/** What the explorer's and the graph's files hold, as far as it names addresses. */
interface SiteData {
  /** `[title, address, …]`. */
  readonly notes?: readonly (readonly unknown[])[];
  readonly tags?: readonly (readonly unknown[])[];
  readonly pinned?: readonly (readonly unknown[])[];
  /** In the graph only names. */
  readonly folders?: readonly (string | { readonly key?: string; readonly href?: string })[];
}

/** Addresses in such a file; the files about the neighbours of notes hold data by address. */
function dataAddresses(content: string): string[] {
  const data = JSON.parse(content) as SiteData & Readonly<Record<string, SiteData>>;
  const around = Object.keys(data).filter((key) => key.startsWith('/'));
  return [...around, ...[data, ...around.map((key) => ownValue(data, key))].flatMap(addressesOf)];
}

function addressesOf(data: SiteData | undefined): string[] {
  const { notes = [], tags = [], pinned = [], folders = [] } = data ?? {};
  const entries = [...notes, ...tags, ...pinned].map(([, address]) => address);
  const opened = folders.flatMap((folder) => {
    if (typeof folder === 'string') return [];
    return [folder.key === undefined ? undefined : `${folder.key}.json`, folder.href];
  });
  return [...entries, ...opened].filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
}
