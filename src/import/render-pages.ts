/** Renders the pages of which a fact changed, and gives the entry of every page. */

import { join } from 'node:path';
import { createHighlighter } from '../draw/code/highlighter.ts';
import type { Drawings } from '../draw/draw-diagrams.ts';
import { createFormulaSetter } from '../draw/formula/mathjax.ts';
import type { Diagnostic } from '../garden/diagnostic.ts';
import { type Garden, type GardenNote, isLocked, servedNotes } from '../garden/garden.ts';
import type { FormulaParts, Page } from '../garden/page.ts';
import { type PageEntry, pageRecordFile } from '../garden/record-files.ts';
import { pageMarkdown } from '../garden/render/markdown/page-markdown.ts';
import { renderGhost } from '../garden/render/render-ghost.ts';
import type { Descriptions } from '../garden/render/render-site.ts';
import { renderTag } from '../garden/render/render-tag.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, writeIfChanged } from '../system/disk.ts';
import { counted, type Stage } from '../system/progress.ts';
import { type EarlyReader, renderOrder } from './early-reader.ts';
import { type PageReferences, pageReferences } from './excerpt-keys.ts';
import type { ParsedGarden } from './parse-notes.ts';
import { FactNumbers } from './read-set/fact-numbers.ts';
import { Facts } from './read-set/facts.ts';
import {
  announceChanges,
  type FreshPage,
  KeptPages,
  type RenderedPage,
} from './read-set/kept-pages.ts';
import { type RemoteUse, remoteDiagnostic } from './remote-pictures/remote-diagnostic.ts';
import { type NoteInput, writeNote } from './write-note.ts';

export interface RenderedPages {
  readonly entries: readonly PageEntry[];
  readonly rendered: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What each page with formulas needs for them. */
  readonly math: readonly FormulaParts[];
  readonly descriptions: Descriptions;
  /** Kept pictures of other hosts, by their names in the site. */
  readonly remoteFiles: readonly { readonly name: string; readonly location: string }[];
  /** Ids of the notes of which other pages show excerpts. */
  readonly withExcerpts: ReadonlySet<string>;
}

export interface RenderInput extends NoteInput {
  readonly parsed: ParsedGarden;
  readonly drawings: Drawings;
  readonly stage: Stage;
  readonly early: EarlyReader;
}

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
  const { digests } = parsed;
  const facts = new Facts(garden, { digests, drawing: drawings.byKey, mdx });
  const kept = await KeptPages.open(out, version, (key) => facts.textOf(key));
  const current = new Map([...kept.current].filter(([, page]) => remote.isCurrent(page.remote)));
  const ids = servedNotes(garden).flatMap(({ id }) => (isLocked(garden, id) ? [] : [id]));
  const stale = ids.filter((id) => !current.has(id));
  if (stale.length > 0) await announceChanges(out, stale);
  const read = new FactNumbers();
  const others = await writeOtherPages(garden, out);
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
      ...noteEntries(garden, pages),
      ...others.map(({ of, entry }) => withReferences(entry, pageReferences(garden, of, pages))),
    ],
    withExcerpts: new Set([...pages].filter(([, { excerpts }]) => excerpts).map(([id]) => id)),
    rendered: stale.length,
    diagnostics: [
      ...[...pages.values()].flatMap((page) => page.diagnostics),
      ...remoteDiagnostic(usesByPath(garden, pages)),
    ],
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
  const highlighter = await createHighlighter();
  const formulas = createFormulaSetter();
  const sources = {
    body: input.parsed.body,
    drawing: input.drawings.of,
    highlighter,
    formulas,
    copy: pageMarkdown,
  };
  // Of these notes other pages show blocks, and ask for the body.
  const shown = new Set(servedNotes(garden).flatMap(shownNotes));
  for (const { id, complete } of renderOrder(garden, ids, input.early.groups)) {
    fresh.set(id, await writeNote(garden, id, input, { sources, read }));
    if (!shown.has(id)) input.parsed.release(garden.notes.get(id)?.note.path ?? '');
    const state = `${counted(fresh.size, 'page')} of ${ids.length.toLocaleString('en')}`;
    input.stage.reached(state, fresh.size / ids.length);
    if (complete !== null) input.early.take(complete);
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

function usesByPath(
  garden: Garden,
  pages: ReadonlyMap<string, RenderedPage>,
): ReadonlyMap<string, RemoteUse> {
  return new Map(
    [...pages].map(([id, { remote }]) => {
      const entry = garden.notes.get(id) ?? garden.unlisted.get(id);
      return [entry?.note.path ?? id, remote];
    }),
  );
}

function noteEntries(garden: Garden, pages: ReadonlyMap<string, RenderedPage>): PageEntry[] {
  return [...pages].map(([id, { digest }]) => {
    const unlisted = garden.unlisted.get(id)?.note;
    if (unlisted) return { id, title: unlisted.title, kind: 'unlisted', digest };
    const note = garden.notes.get(id)?.note;
    const kind = note?.journal ? 'journal' : 'note';
    const entry = { id, title: note?.title ?? '', kind, digest } as const;
    return withReferences(entry, pageReferences(garden, { id }, pages));
  });
}

/** The digest of a page changes with the excerpts of other notes that it shows. */
function withReferences(entry: PageEntry, { digest, shown }: PageReferences): PageEntry {
  if (digest === '') return entry;
  const both = digestOf(entry.digest, digest);
  return { ...entry, digest: both, ...(shown !== undefined && { references: shown }) };
}

/** A page that no note is: what others say of it is known once they are rendered. */
interface OtherPage {
  readonly of: { readonly id: string } | { readonly tag: string };
  readonly entry: PageEntry;
}

/** Ghosts and tags: cheap to render, so that they are rendered in every run. */
async function writeOtherPages(garden: Garden, out: string): Promise<readonly OtherPage[]> {
  const others: (readonly [OtherPage['of'], Page])[] = [
    ...[...garden.ghosts.keys()].map((id) => [{ id }, renderGhost(garden, id)] as const),
    ...[...garden.tags]
      .filter(([, { redirect }]) => redirect === '')
      .map(([tag]) => [{ tag }, renderTag(garden, tag)] as const),
  ];
  const written: OtherPage[] = [];
  for (const [of, page] of others) {
    const { id, title, kind } = page;
    const record = JSON.stringify(page);
    await writeIfChanged(join(out, pageRecordFile(id)), record);
    written.push({ of, entry: { id, title, kind, digest: digestOf(record) } });
  }
  return written;
}
