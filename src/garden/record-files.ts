/**
 * The files of a resolved garden (`.garden/`): what the import writes, and the site and the search
 * index read. Paths are relative to that folder and '/'-separated. The content of the JSON files is
 * typed here and in page.ts.
 */
import { sha1Hex } from './hash.ts';
import type { Page } from './page.ts';

/** Files and folders with fixed names. */
export const recordFiles = {
  /** `PageEntry[]`. Written last: a program that watches it finds all other files complete. */
  index: 'index.json',
  /** `NoteSummary[]`. */
  notes: 'notes.json',
  /** `SiteRecord`. */
  site: 'site.json',
  /** `GraphRecord`: the garden as other programs read it. */
  graph: 'graph.json',
  /** `number[]`: x and y of every written note of `GraphData`, as the graph is drawn. */
  places: 'places.json',
  /** What was rendered, for the next import. */
  renderedPages: 'rendered.bin',
  /** What was rendered since that was written. */
  renderedSince: 'rendered-since.bin',
  /** Ids of the pages that an import is writing; it is gone when the import is complete. */
  unfinished: 'unfinished.json',
  /** Folder of page records and Markdown copies. */
  pages: 'pages',
  /** Folder of MDX notes that Astro compiles. */
  mdx: 'mdx',
  /** Folder of everything that is copied into the site as it is. */
  files: 'files',
  /** Folder of what only development serves (`developmentFiles`). */
  development: 'development',
} as const;

/** What the folder for development has. */
export const developmentFiles = {
  /** `Record<permalink, Diagnostic[]>`. */
  diagnostics: 'diagnostics.json',
  /** Folders of the search index. */
  index: ['pagefind', 'search'],
  /** It is there once the index is whole. */
  indexReady: 'index-ready',
} as const;

/** A page in `.garden/index.json`. */
export interface PageEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: Page['kind'];
  /** Changes when anything that the page shows changes. */
  readonly digest: string;
  /** File name of the picture that other sites show of it; none where it has its own. */
  readonly picture?: string;
  /** How many references the page itself shows; left out where it shows all of them. */
  readonly references?: number;
}

/** An entry without its digest: it changes only when there are other pages, or they are called otherwise. */
export type ListedEntry = Omit<PageEntry, 'digest'>;

export function listedEntry({ digest: _, ...entry }: PageEntry): ListedEntry {
  return entry;
}

/** `graph.json`: public notes and ghosts with their links, in order of id. */
export interface GraphRecord {
  readonly notes: readonly GraphRecordNote[];
  readonly ghosts: readonly GraphRecordGhost[];
}

export interface GraphRecordNote {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly permalink: string;
  readonly dialect: string;
  readonly lang: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly journal: string | null;
  readonly links: readonly GraphRecordLink[];
  /** Ids of the notes that link here. */
  readonly backlinks: readonly string[];
}

export interface GraphRecordGhost {
  readonly id: string;
  readonly title: string;
  readonly permalink: string;
  readonly backlinks: readonly string[];
}

/** A reference: `to` is an id in `notes` or `ghosts`. */
export interface GraphRecordLink {
  readonly to: string;
  readonly fragment: string;
  /** Line of the reference in its note, from 1. */
  readonly line: number;
}

/** Names by id: several files of each page have it, and each is asked for several times. */
const names = new Map<string, string>();

function nameOf(id: string): string {
  const known = names.get(id);
  if (known !== undefined) return known;
  const name = sha1Hex(id);
  names.set(id, name);
  return name;
}

/** The record of a page. */
export function pageRecordFile(id: string): string {
  return `${recordFiles.pages}/${nameOf(id)}.json`;
}

/** The Markdown copy of a note. */
export function pageMarkdownFile(id: string): string {
  return `${recordFiles.pages}/${nameOf(id)}.md`;
}

/** `NoteExcerpts`: what other pages show of a note that refers to them. */
export function pageExcerptsFile(id: string): string {
  return `${recordFiles.pages}/${nameOf(id)}.excerpts.json`;
}

/** The module of an MDX note, which Astro compiles. */
export function mdxFile(id: string): string {
  return `${recordFiles.mdx}/${nameOf(id)}.mdx`;
}
