/** Reads the records that the import wrote: only this file reads `.garden/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NotePage, NoteSummary, Page, SiteRecord } from '../garden/page.ts';
import {
  type GraphRecord,
  pageMarkdownFile,
  pageRecordFile,
  recordFiles,
} from '../garden/record-files.ts';

const folder = process.env.GARDEN_DIR ?? '.garden';

function read<Value>(file: string): Value {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Value;
}

/** The record of a page. */
export function readPage(id: string): Page {
  return read(pageRecordFile(id));
}

/** The content of a note's page as Markdown. */
export function readMarkdown(id: string): string {
  return readFileSync(join(folder, pageMarkdownFile(id)), 'utf8');
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

/** Paths of the pages that a build has to render, such as `kafka/index.html`; null for all. */
export function readStalePages(): ReadonlySet<string> | null {
  const list = process.env.GARDEN_STALE_PAGES;
  return list === undefined ? null : new Set(JSON.parse(readFileSync(list, 'utf8')) as string[]);
}
