/** Reads what the import wrote: the only door between the pages and `.garden/`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NotePage, NoteSummary, Page, SiteRecord } from './garden/page.ts';

const folder = process.env.GARDEN_DIR ?? '.garden';

function read<Value>(...path: string[]): Value {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as Value;
}

/** Where the import puts what it makes of a page, without ending: safe on every file system. */
function placeOf(id: string): string {
  return join('pages', createHash('sha1').update(id).digest('hex'));
}

/** The record of a page. */
export function readPage(id: string): Page {
  return read(`${placeOf(id)}.json`);
}

/** What the page of a note shows, as Markdown. */
export function readMarkdown(id: string): string {
  return readFileSync(join(folder, `${placeOf(id)}.md`), 'utf8');
}

export function readSite(): SiteRecord {
  return read('site.json');
}

/** Summaries of every note and ghost. */
export function readNotes(): readonly NoteSummary[] {
  return read('notes.json');
}

/** The full records of the notes among `summaries`, in their order. */
export function readNotePages(summaries: readonly NoteSummary[]): readonly NotePage[] {
  return summaries.flatMap(({ id }) => {
    const page = readPage(id);
    return page.kind === 'note' || page.kind === 'journal' ? [page] : [];
  });
}

interface GraphRecord {
  readonly notes: readonly {
    readonly id: string;
    readonly tags: readonly string[];
    readonly links: readonly { readonly to: string }[];
  }[];
}

/** Who links to whom, by id: `.garden/graph.json`. */
export function readGraph(): GraphRecord {
  return read('graph.json');
}
