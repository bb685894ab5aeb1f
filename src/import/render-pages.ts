/** Renders the pages of which a fact changed, and gives the entry of every page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawings } from '../draw/draw-diagrams.ts';
import type { Diagnostic } from '../garden/diagnostic.ts';
import { type Garden, type GardenNote, isLocked, servedNotes } from '../garden/garden.ts';
import type { FormulaParts } from '../garden/page.ts';
import { type PageEntry, recordFiles } from '../garden/record-files.ts';
import type { Descriptions } from '../garden/render/render-site.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf } from '../system/disk.ts';
import { freeMemory } from '../system/free-memory.ts';
import { giveWay, givingTurns } from '../system/give-way.ts';
import { counted, type Stage } from '../system/progress.ts';
import { type EarlyReader, renderOrder } from './early-reader.ts';
import {
  noteEntry,
  type OtherPage,
  otherEntry,
  otherPages,
  pageDiagnostics,
  writeOtherPage,
} from './page-entries.ts';
import type { ParsedGarden } from './parse/parse-notes.ts';
import type { ReadTable } from './read-set/bodies-read.ts';
import { FactNumbers } from './read-set/fact-numbers.ts';
import { Facts } from './read-set/facts.ts';
import {
  announceChanges,
  type FreshPage,
  KeptPages,
  type RenderedPage,
} from './read-set/kept-pages.ts';
import { type NoteInput, sourcesOf, writeNote } from './write-note.ts';

export interface RenderedPages {
  readonly entries: readonly PageEntry[];
  readonly rendered: number;
  /** By id, every page of a note but those behind passwords. */
  readonly pages: ReadonlyMap<string, RenderedPage>;
  /** The facts that they read, the latest table first. */
  readonly reads: readonly ReadTable[];
  readonly diagnostics: readonly Diagnostic[];
  /** What each page with formulas needs for them. */
  readonly math: readonly FormulaParts[];
  readonly descriptions: Descriptions;
  /** Kept pictures of other hosts, by their names in the site. */
  readonly remoteFiles: readonly { readonly name: string; readonly location: string }[];
  /** Ids of the notes of which other pages show excerpts. */
  readonly withExcerpts: ReadonlySet<string>;
}

export interface RenderInput extends Omit<NoteInput, 'isRead'> {
  readonly parsed: ParsedGarden;
  readonly drawings: Drawings;
  readonly stage: Stage;
  readonly early: EarlyReader;
  /** Ends the work before anything is written. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What so many notes were parsed into takes some hundred megabytes, which Node would collect only when its heap is
 * full: so many further pages take as much.
 */
const pagesOfMuchMemory = 6000;

/**
 * Renders into the folder `out`: every ghost and tag page, and the notes' pages that are new or have
 * read a fact which has changed since.
 */
export async function renderPages(garden: Garden, input: RenderInput): Promise<RenderedPages> {
  const { parsed, drawings, mdx, out, remote } = input;
  // The policy applies to every page.
  const version = digestOf(
    codeVersion(import.meta.url),
    JSON.stringify(garden.policy),
    remote.version,
  );
  const facts = new Facts(garden, { ...parsed, drawing: drawings.byKey, mdx });
  const pause = () => giveWay(input.signal);
  const kept = await KeptPages.open(out, version, facts, pause);
  await pause();
  const current = new Map([...kept.current].filter(([, page]) => remote.isCurrent(page.remote)));
  const ids = servedNotes(garden).flatMap(({ id }) => (isLocked(garden, id) ? [] : [id]));
  const stale = ids.filter((id) => !current.has(id));
  if (stale.length > 0) await announceChanges(out, stale);
  const read = new FactNumbers();
  const others: (readonly [OtherPage, PageEntry])[] = [];
  for (const of of otherPages(garden)) others.push([of, await writeOtherPage(garden, of, out)]);
  const rendered = await renderNotes(garden, stale, input, read);
  const pages: ReadonlyMap<string, RenderedPage> = new Map(
    ids.flatMap((id) => {
      const page = rendered.get(id) ?? current.get(id);
      return page === undefined ? [] : [[id, page]];
    }),
  );
  await kept.keep(pages.keys(), rendered, read.keys);
  const descriptions = new Map([...pages].map(([id, page]) => [id, page.description]));
  return {
    entries: [
      ...[...pages].map(([id, page]) => noteEntry(garden, id, page, pages)),
      ...others.map(([of, entry]) => otherEntry(garden, of, entry, pages)),
    ],
    pages,
    reads: [
      { keys: read.keys, pages: rendered },
      { keys: kept.keys, pages: kept.current },
    ],
    withExcerpts: new Set([...pages].filter(([, { excerpts }]) => excerpts).map(([id]) => id)),
    rendered: stale.length,
    diagnostics: pageDiagnostics(garden, pages),
    remoteFiles: remote.files([...pages.values()].map((page) => page.remote)),
    math: [...pages.values()].flatMap((page) => page.math ?? []),
    descriptions,
  };
}

async function renderNotes(
  garden: Garden,
  ids: readonly string[],
  input: RenderInput,
  read: FactNumbers,
): Promise<ReadonlyMap<string, FreshPage>> {
  const fresh = new Map<string, FreshPage>();
  if (ids.length === 0) return fresh;
  // Loading grammars takes longer than an import in which nothing changed.
  const sources = await sourcesOf(input.drawings, input.parsed.body);
  // Of these notes other pages show blocks, and ask for the body.
  const shown = new Set(servedNotes(garden).flatMap(shownNotes));
  const turn = givingTurns();
  // Whoever reads records finds the pages in the index, which is written last.
  const given = { ...input, isRead: existsSync(join(input.out, recordFiles.index)) };
  for (const { id, complete } of renderOrder(garden, ids, input.early.groups)) {
    fresh.set(id, await writeNote(garden, id, given, { sources, read }));
    if (!shown.has(id)) input.parsed.release(garden.notes.get(id)?.note.path ?? '');
    const state = `${counted(fresh.size, 'page')} of ${ids.length.toLocaleString('en')}`;
    input.stage.reached(state, fresh.size / ids.length);
    if (complete !== null) input.early.take(complete);
    if (fresh.size % pagesOfMuchMemory === 0) freeMemory();
    await turn();
  }
  return fresh;
}

/** Ids of the notes of which a note shows the text. */
function shownNotes({ note, targets }: GardenNote): readonly string[] {
  return targets.flatMap((target, index) => {
    const { kind, by } = note.links[index] ?? {};
    const isShown = kind === 'embed' || by === 'block';
    return isShown && target.kind === 'note' ? [target.id] : [];
  });
}
