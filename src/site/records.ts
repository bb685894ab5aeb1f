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

/**
 * What a renderer shares with this module: where it collects the names of the files that a page reads, and what is
 * known of these records, the excerpts and the record of the site; see `command/site-renderer.ts`.
 */
const shared = globalThis as {
  gardenReads?: Set<string>;
  gardenExcerpts?: Map<string, NoteExcerpts | null>;
  gardenSite?: SiteRecord | null;
};

function readText(file: string): string {
  shared.gardenReads?.add(file);
  return readFileSync(join(folder, file), 'utf8');
}

function read<Value>(file: string): Value {
  return JSON.parse(readText(file)) as Value;
}

/** The record of a page. */
export function readPage(id: string): Page {
  return read(pageRecordFile(id));
}

/** Notes whose excerpts are kept, since every page that a note refers to shows some: some ten megabytes. */
const maxKnown = 10_000;

/** What other pages show of a note; null where it refers to no page. */
export function readExcerpts(id: string): NoteExcerpts | null {
  const file = pageExcerptsFile(id);
  const { gardenExcerpts: known } = shared;
  const found = known?.get(id);
  if (found !== undefined) {
    if (found !== null) shared.gardenReads?.add(file);
    return found;
  }
  const excerpts = existsSync(join(folder, file)) ? read<NoteExcerpts>(file) : null;
  if (known !== undefined && known.size < maxKnown) known.set(id, excerpts);
  return excerpts;
}

/** The content of a note's page as Markdown. */
export function readMarkdown(id: string): string {
  return readText(pageMarkdownFile(id));
}

/** The record of the whole site, which every page reads. */
export function readSite(): SiteRecord {
  if (shared.gardenSite) {
    shared.gardenReads?.add(recordFiles.site);
    return shared.gardenSite;
  }
  const record = read<SiteRecord>(recordFiles.site);
  if (shared.gardenSite === null) shared.gardenSite = record;
  return record;
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
