/** Pages of folders: what the explorer shows, for readers without scripts and for breadcrumbs. */
import type { NoteSummary } from '../garden/page.ts';
import { type Folder, folderKey, foldersOf } from './explorer.ts';

/** Notes of one page of a folder: about 125 kB of HTML where titles and descriptions are Chinese. */
export const notesOfFolderPage = 250;

/** Some of the notes of a folder, with its folders on the first page. */
export interface FolderPage {
  /** Titles of the folder and of those around it, outermost first; none of the garden itself. */
  readonly path: readonly string[];
  readonly permalink: string;
  readonly folders: Folder['folders'];
  /** The note with the name of the folder. */
  readonly own: string | null;
  readonly notes: readonly NoteSummary[];
  /** Position among the pages of the folder, from 0. */
  readonly index: number;
  /** Number of pages of the folder. */
  readonly pages: number;
}

/** Permalink of a page of the folder with this path of titles. */
export function folderPermalink(path: readonly string[], index = 0): string {
  const folder = path.length === 0 ? '' : `${folderKey(path)}/`;
  return `/_folders/${folder}${index === 0 ? '' : `${index + 1}/`}`;
}

/**
 * The pages of the garden and of all its folders, in the owner's order. Folders that the explorer leaves
 * out have their pages: notes in them lead to these.
 */
export function folderPages(
  notes: readonly NoteSummary[],
  order: readonly string[] = [],
  size = notesOfFolderPage,
): FolderPage[] {
  const folders = foldersOf(notes, { order, pinned: [], hidden: [] });
  const byPermalink = new Map(notes.map((note) => [note.permalink, note]));
  const places = new Map<string, Place>([['root', { path: [], own: null }]]);
  return folders.flatMap((folder) => {
    const { path, own } = places.get(folder.key) ?? { path: [], own: null };
    for (const { key, title, permalink } of folder.folders) {
      places.set(key, { path: [...path, title], own: permalink ?? null });
    }
    const listed = folder.notes.flatMap(({ permalink }) => byPermalink.get(permalink) ?? []);
    const pages = Math.max(1, Math.ceil(listed.length / size));
    return Array.from({ length: pages }, (_, index) => ({
      ...{ path, own, index, pages, permalink: folderPermalink(path, index) },
      folders: index === 0 ? folder.folders : [],
      notes: listed.slice(index * size, (index + 1) * size),
    }));
  });
}

interface Place {
  readonly path: readonly string[];
  readonly own: string | null;
}
