/** The tree of folders and namespaces: a small file for each folder, loaded when a reader opens it. */
import { sha1Hex } from '../garden/hash.ts';
import type { NoteSummary } from '../garden/page.ts';
import { compareTitles } from './lists.ts';

export interface Folder {
  /** Name of the folder's file: 'root', or a hash of its path. */
  readonly key: string;
  readonly folders: readonly {
    readonly title: string;
    readonly key: string;
    readonly count: number;
    /** Permalink of the note with the name of the folder. */
    readonly permalink?: string;
  }[];
  readonly notes: readonly { readonly title: string; readonly permalink: string }[];
}

/** The key of the folder with this path of titles. */
export function folderKey(titles: readonly string[]): string {
  if (titles.length === 0) return 'root';
  return sha1Hex(titles.join('/')).slice(0, 12);
}

interface Branch {
  readonly path: readonly string[];
  /** The note with the name of the folder. */
  own?: NoteSummary;
  readonly folders: Map<string, Branch>;
  readonly notes: NoteSummary[];
}

function branch(path: readonly string[]): Branch {
  return { path, folders: new Map(), notes: [] };
}

function buildTree(notes: readonly NoteSummary[]): Branch {
  const root = branch([]);
  for (const note of notes) {
    if (note.kind !== 'note') continue;
    let here = root;
    for (const title of note.ancestors ?? []) {
      const next = here.folders.get(title) ?? branch([...here.path, title]);
      here.folders.set(title, next);
      here = next;
    }
    here.notes.push(note);
  }
  attachFolderNotes(root);
  return root;
}

/** A note with the name of a folder beside it is the folder's page, and is listed only there. */
function attachFolderNotes({ folders, notes }: Branch): void {
  for (const [title, folder] of folders) {
    const index = notes.findIndex((note) => shortTitle(note) === title);
    const [own] = index < 0 ? [] : notes.splice(index, 1);
    if (own) folder.own = own;
    attachFolderNotes(folder);
  }
}

function countOf({ folders, notes, own }: Branch): number {
  const here = notes.length + (own ? 1 : 0);
  return [...folders.values()].reduce((sum, folder) => sum + countOf(folder), here);
}

/** The title without its namespace: '6.824' for 'mit/6.824' below 'mit'. */
function shortTitle(note: NoteSummary): string {
  const prefix = `${(note.ancestors ?? []).join('/')}/`;
  return note.title.startsWith(prefix) ? note.title.slice(prefix.length) : note.title;
}

function folderOf({ path, folders, notes }: Branch): Folder {
  return {
    key: folderKey(path),
    folders: [...folders]
      .sort(([a], [b]) => a.localeCompare(b, 'zh-CN'))
      .map(([title, sub]) => ({
        title,
        key: folderKey(sub.path),
        count: countOf(sub),
        ...(sub.own ? { permalink: sub.own.permalink } : {}),
      })),
    notes: notes
      .toSorted(compareTitles)
      .map((note) => ({ title: shortTitle(note), permalink: note.permalink })),
  };
}

/** Every folder of the garden, the root first, without journals and ghosts. */
export function foldersOf(notes: readonly NoteSummary[]): readonly Folder[] {
  const found: Folder[] = [];
  const visit = (here: Branch) => {
    found.push(folderOf(here));
    for (const sub of here.folders.values()) visit(sub);
  };
  visit(buildTree(notes));
  return found;
}
