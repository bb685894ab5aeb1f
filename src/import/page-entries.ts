/** The entries of pages in the index, and what their pages report. */
import { join } from 'node:path';
import type { Diagnostic } from '../garden/diagnostic.ts';
import type { Garden } from '../garden/garden.ts';
import type { Page } from '../garden/page.ts';
import { type PageEntry, pageRecordFile } from '../garden/record-files.ts';
import { renderGhost } from '../garden/render/render-ghost.ts';
import { renderTag } from '../garden/render/render-tag.ts';
import { digestOf, writeIfChanged } from '../system/disk.ts';
import { type PageReferences, pageReferences } from './excerpt-keys.ts';
import type { RenderedPage } from './read-set/kept-pages.ts';
import { type RemoteUse, remoteDiagnostic } from './remote-pictures/remote-diagnostic.ts';

type Pages = ReadonlyMap<string, RenderedPage>;

/** A page that no note is: a ghost by its id, a tag by its key. */
export type OtherPage = { readonly id: string } | { readonly tag: string };

/** The entry of a note's page. */
export function noteEntry(
  garden: Garden,
  id: string,
  { digest }: RenderedPage,
  pages: Pages,
): PageEntry {
  const unlisted = garden.unlisted.get(id)?.note;
  if (unlisted) return { id, title: unlisted.title, kind: 'unlisted', digest };
  const note = garden.notes.get(id)?.note;
  const kind = note?.journal ? 'journal' : 'note';
  const entry = { id, title: note?.title ?? '', kind, digest } as const;
  return withReferences(entry, pageReferences(garden, { id }, pages));
}

/** The entry of a ghost or tag; `entry` has the digest of its record. */
export function otherEntry(
  garden: Garden,
  of: OtherPage,
  entry: PageEntry,
  pages: Pages,
): PageEntry {
  return withReferences(entry, pageReferences(garden, of, pages));
}

/** The digest of a page changes with the excerpts of other notes that it shows. */
function withReferences(entry: PageEntry, { digest, shown }: PageReferences): PageEntry {
  if (digest === '') return entry;
  const both = digestOf(entry.digest, digest);
  return { ...entry, digest: both, ...(shown !== undefined && { references: shown }) };
}

/** Ghosts, and tags of which no note is the page. */
export function otherPages({ ghosts, tags }: Pick<Garden, 'ghosts' | 'tags'>): OtherPage[] {
  const own = [...tags].filter(([, { redirect }]) => redirect === '');
  return [...[...ghosts.keys()].map((id) => ({ id })), ...own.map(([tag]) => ({ tag }))];
}

/** Writes the record of a ghost or tag, which is cheap to render. @returns its entry without references. */
export async function writeOtherPage(
  garden: Garden,
  of: OtherPage,
  out: string,
): Promise<PageEntry> {
  const page: Page = 'tag' in of ? renderTag(garden, of.tag) : renderGhost(garden, of.id);
  const { id, title, kind } = page;
  const record = JSON.stringify(page);
  await writeIfChanged(join(out, pageRecordFile(id)), record);
  return { id, title, kind, digest: digestOf(record) };
}

/** What rendering the pages reported, and what they show of other hosts. */
export function pageDiagnostics(garden: Garden, pages: Pages): Diagnostic[] {
  return [
    ...[...pages.values()].flatMap((page) => page.diagnostics),
    ...remoteDiagnostic(usesByPath(garden, pages)),
  ];
}

/** Of pages that show something of other hosts. */
function usesByPath(garden: Garden, pages: Pages): ReadonlyMap<string, RemoteUse> {
  const uses = new Map<string, RemoteUse>();
  for (const [id, { remote }] of pages) {
    if (remote.addresses.length === 0) continue;
    const entry = garden.notes.get(id) ?? garden.unlisted.get(id);
    uses.set(entry?.note.path ?? id, remote);
  }
  return uses;
}
