/** Writes again the pages that an edit of notes changed, and their entries in the index. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Garden } from '../../garden/garden.ts';
import { type PageEntry, pageExcerptsFile, recordFiles } from '../../garden/record-files.ts';
import type { Sources } from '../../garden/render/render-context.ts';
import { writeBytes } from '../../system/disk.ts';
import { mathFiles } from '../math-files.ts';
import { noteEntry, type OtherPage, otherEntry, writeOtherPage } from '../page-entries.ts';
import { bodiesRead } from '../read-set/bodies-read.ts';
import { FactNumbers } from '../read-set/fact-numbers.ts';
import type { FreshPage, RenderedPage } from '../read-set/kept-pages.ts';
import { writeNote } from '../write-note.ts';
import type { KeptImport } from './kept-import.ts';
import { changedShares, sharesOf } from './shares.ts';

export type UpdatedPages = Pick<KeptImport, 'pages' | 'bodies' | 'entries'>;

/** Renders the notes `stale` into `out`, and the ghosts and tags that they refer to; writes the index. */
export async function updatePages(
  kept: KeptImport,
  garden: Garden,
  stale: Iterable<string>,
  sources: Sources,
  out: string,
): Promise<UpdatedPages> {
  const read = new FactNumbers();
  const fresh = new Map<string, FreshPage>();
  for (const id of stale) {
    const page = await writeNote(garden, id, { ...kept, out, isRead: true }, { sources, read });
    const hasNoneNow = page.excerpts === null && kept.pages.get(id)?.excerpts != null;
    if (hasNoneNow) await rm(join(out, pageExcerptsFile(id)), { force: true });
    fresh.set(id, page);
  }
  const pages = withEach(kept.pages, fresh);
  if (hasNewFormulas(fresh, kept.pages)) {
    const math = [...pages.values()].flatMap((page) => page.math ?? []);
    await mathFiles(math, join(out, recordFiles.files));
  }
  const made = await updatedEntries(kept, garden, { fresh, pages }, out);
  const entries = kept.entries.map((entry) => made.get(entry.id) ?? entry);
  await writeBytes(join(out, recordFiles.index), JSON.stringify(entries));
  const bodies = bodiesRead([{ keys: read.keys, pages: fresh }]);
  return { pages, entries, bodies: withEach(kept.bodies, bodies) };
}

function withEach<Value>(
  all: ReadonlyMap<string, Value>,
  some: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const both = new Map(all);
  for (const [key, value] of some) both.set(key, value);
  return both;
}

function hasNewFormulas(
  fresh: ReadonlyMap<string, RenderedPage>,
  before: ReadonlyMap<string, RenderedPage>,
): boolean {
  return [...fresh].some(([id, { math }]) => {
    return math !== null && JSON.stringify(math) !== JSON.stringify(before.get(id)?.math);
  });
}

interface WrittenPages {
  readonly fresh: ReadonlyMap<string, RenderedPage>;
  readonly pages: ReadonlyMap<string, RenderedPage>;
}

/**
 * The entries of the pages that were written, and of those that show something else of them: of these it writes
 * the ghosts and tags.
 */
async function updatedEntries(
  kept: Pick<KeptImport, 'garden' | 'pages'>,
  garden: Garden,
  { fresh, pages }: WrittenPages,
  out: string,
): Promise<ReadonlyMap<string, PageEntry>> {
  const made = new Map<string, PageEntry>();
  const keys = [...fresh].flatMap(([id, page]) => {
    const before = sharesOf(kept.garden, id, kept.pages.get(id));
    return changedShares(before, sharesOf(garden, id, page));
  });
  const shown = [...new Set(keys)].map((key) => pagesOf(garden, key));
  for (const of of shown.flatMap(({ others }) => others)) {
    const entry = await writeOtherPage(garden, of, out);
    made.set(entry.id, otherEntry(garden, of, entry, pages));
  }
  for (const id of new Set([...fresh.keys(), ...shown.flatMap(({ notes }) => notes)])) {
    const page = pages.get(id);
    if (page !== undefined) made.set(id, noteEntry(garden, id, page, pages));
  }
  return made;
}

/** The pages of a key of `Shares`: a tag may have one of its own, and that of the note with its name. */
function pagesOf(garden: Garden, key: string): ShownPages {
  if (!key.startsWith('#')) {
    return garden.ghosts.has(key)
      ? { notes: [], others: [{ id: key }] }
      : { notes: [key], others: [] };
  }
  const tag = garden.tags.get(key.slice(1));
  return {
    notes: tag?.note == null ? [] : [tag.note],
    others: tag?.redirect === '' ? [{ tag: key.slice(1) }] : [],
  };
}

interface ShownPages {
  /** Ids. */
  readonly notes: readonly string[];
  readonly others: readonly OtherPage[];
}
