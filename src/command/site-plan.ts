/** What the site is made of: a key for each page, for the other output of Astro, and for the index. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { overviewsOf } from '../garden/overviews.ts';
import type { SiteRecord } from '../garden/page.ts';
import {
  listedEntry,
  mdxFile,
  type PageEntry,
  pageExcerptsFile,
  pageRecordFile,
  recordFiles,
} from '../garden/record-files.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, readBytes } from '../system/disk.ts';
import type { SiteVersion } from './site-version.ts';

export interface SitePlan {
  /** Key of the code that pages are made with, which is compiled. */
  readonly code: string;
  /** Key of that code and of all settings. */
  readonly version: string;
  /** Key of the search index. */
  readonly index: string;
  /** Key of each page that has a record, and of each redirect, by its path in the site. */
  readonly pages: ReadonlyMap<string, string>;
  readonly entries: readonly PageEntry[];
  /** Digests of record files by name. */
  readonly records: ReadonlyMap<string, string>;
}

/** Records that lists, feeds and other whole-garden files are made of. */
const sharedRecords = [
  recordFiles.index,
  recordFiles.notes,
  recordFiles.site,
  recordFiles.graph,
  recordFiles.places,
];

/** The plan for the records in `garden`, made with this code and these settings. */
export async function planSite(garden: string, site: SiteVersion): Promise<SitePlan> {
  const shared = await Promise.all(sharedRecords.map((name) => readBytes(join(garden, name))));
  const [index = '', , siteRecord = ''] = shared.map((bytes) =>
    Buffer.from(bytes).toString('utf8'),
  );
  const entries = JSON.parse(index) as readonly PageEntry[];
  const record = JSON.parse(siteRecord) as SiteRecord;
  const { home, favorites, redirects } = record;
  // Every page has them in its navigation.
  const navigation = JSON.stringify([favorites, overviewsOf(record)]);
  const compiled = await compiledNotes(garden, entries);
  const pages = new Map<string, string>();
  for (const { from, to } of redirects)
    pages.set(pagePath(from), digestOf(site.pages, 'moved', to));
  for (const { id, digest, picture = '' } of entries) {
    const isHome = String(id === home);
    const key = digestOf(site.pages, digest, picture, isHome, compiled.get(id) ?? '', navigation);
    pages.set(pagePath(id), key);
  }
  const version = digestOf(site.pages, ...compiled.values());
  return {
    code: codeKey(site, [...compiled.values()]),
    version,
    index: digestOf(
      codeVersion(import.meta.resolve('../search/index/index-search.ts')),
      index,
      siteRecord,
    ),
    pages,
    entries,
    records: new Map([...digestsOfShared(shared, entries), ...digestsOfPages(entries)]),
  };
}

/** Key of the code that is compiled; `notes` are versions of the notes that Astro compiles, too. */
export function codeKey(site: SiteVersion, notes: readonly string[] = []): string {
  return digestOf(site.code, ...notes);
}

/** Whether Astro compiles notes, too, which the import has to write first; or those of an earlier one are left. */
export async function compilesNotes(mdx: boolean, garden: string): Promise<boolean> {
  return mdx || (await mdxNames(garden)).size > 0;
}

/** The same key as that of the plan for the records in `garden`, without the rest of the plan. */
export async function compiledKey(garden: string, site: SiteVersion): Promise<string> {
  const names = await mdxNames(garden);
  if (names.size === 0) return codeKey(site);
  const index = Buffer.from(await readBytes(join(garden, recordFiles.index))).toString('utf8');
  const compiled = await compiledNotes(garden, JSON.parse(index) as readonly PageEntry[]);
  return codeKey(site, [...compiled.values()]);
}

/** Of the index without the digests of pages: what lists are made of has none of them. */
function digestsOfShared(
  contents: readonly Uint8Array[],
  entries: readonly PageEntry[],
): [string, string][] {
  const listed = JSON.stringify(entries.map(listedEntry));
  return sharedRecords.map((name, index) => {
    return [name, digestOf(name === recordFiles.index ? listed : (contents[index] ?? ''))];
  });
}

function digestsOfPages(entries: readonly PageEntry[]): [string, string][] {
  return entries.flatMap(({ id, digest }): [string, string][] => [
    [pageRecordFile(id), digest],
    [pageExcerptsFile(id), digest],
  ]);
}

/** The file of the page at an address or with an id. */
function pagePath(address: string): string {
  return `${address.replace(/^\/|\/$/g, '')}/index.html`;
}

/** Versions of the modules of the notes that Astro compiles, with all that they import, by id. */
async function compiledNotes(
  garden: string,
  entries: readonly PageEntry[],
): Promise<ReadonlyMap<string, string>> {
  const names = await mdxNames(garden);
  const found = new Map<string, string>();
  for (const { id } of entries) {
    const file = mdxFile(id);
    if (!names.has(file.slice(recordFiles.mdx.length + 1))) continue;
    found.set(id, codeVersion(pathToFileURL(join(garden, file)).href));
  }
  return found;
}

async function mdxNames(garden: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(join(garden, recordFiles.mdx)).catch(() => []));
}
