/** Reads the records that the import wrote: only this file reads `.garden/`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NoteExcerpts, NotePage, NoteSummary, Page, SiteRecord } from '../garden/page.ts';
import {
  type GraphRecord,
  type ListedEntry,
  listedEntry,
  type PageEntry,
  pageExcerptsFile,
  pageMarkdownFile,
  pageRecordFile,
  recordFiles,
} from '../garden/record-files.ts';

const folder = process.env.GARDEN_DIR ?? '.garden';

/** Where a renderer collects the names of the files that a page reads; see `command/site-renderer.ts`. */
const reads = globalThis as { gardenReads?: Set<string> };

function readText(file: string): string {
  reads.gardenReads?.add(file);
  return readFileSync(join(folder, file), 'utf8');
}

function read<Value>(file: string): Value {
  return JSON.parse(readText(file)) as Value;
}

/** The record of a page. */
export function readPage(id: string): Page {
  return read(pageRecordFile(id));
}

/** Excerpts that a build has read: every page that a note refers to shows some. */
const knownExcerpts = new Map<string, NoteExcerpts | null>();
/** Notes whose excerpts are kept: some ten megabytes. */
const maxKnown = 10_000;

/** What other pages show of a note; null where it refers to no page. */
export function readExcerpts(id: string): NoteExcerpts | null {
  const file = pageExcerptsFile(id);
  const known = isBuild() ? knownExcerpts.get(id) : undefined;
  if (known !== undefined) {
    if (known !== null) reads.gardenReads?.add(file);
    return known;
  }
  const excerpts = existsSync(join(folder, file)) ? read<NoteExcerpts>(file) : null;
  if (isBuild() && knownExcerpts.size < maxKnown) knownExcerpts.set(id, excerpts);
  return excerpts;
}

/** The content of a note's page as Markdown. */
export function readMarkdown(id: string): string {
  return readText(pageMarkdownFile(id));
}

/** The record of the whole site. */
export function readSite(): SiteRecord {
  return read(recordFiles.site);
}

/** Summaries of every note and ghost. */
export function readNotes(): readonly NoteSummary[] {
  return read(recordFiles.notes);
}

/** The full records of the notes among `summaries`, in their order. */
export function readNotePages(summaries: readonly NoteSummary[]): readonly NotePage[] {
  return summaries.flatMap(({ id }) => {
    const page = readPage(id);
    return page.kind === 'note' || page.kind === 'journal' ? [page] : [];
  });
}

/** x and y of every note of the graph, one after the other. */
export function readPlaces(): readonly number[] {
  return read(recordFiles.places);
}

/** Who links to whom, by id: `.garden/graph.json`. */
export function readGraph(): GraphRecord {
  return read(recordFiles.graph);
}

/** The entries of all pages, without what changes with each edit: a build asks by these which pages there are. */
export function readEntries(): readonly ListedEntry[] {
  return read<readonly PageEntry[]>(recordFiles.index).map(listedEntry);
}

/** Whether a build renders the pages: in development, Astro's collection tells when one changes. */
export function isBuild(): boolean {
  return reads.gardenReads !== undefined;
}
