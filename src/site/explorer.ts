/** The tree of folders and namespaces: a small file for each folder, loaded when a reader opens it. */
import { sha1Hex } from '../garden/hash.ts';
import type { NoteSummary } from '../garden/page.ts';
import { shortTitle } from '../garden/short-title.ts';
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
  readonly notes: readonly Entry[];
  /** Of the root alone: the notes that the owner wants at the top. */
  readonly pinned?: readonly Entry[];
}

interface Entry {
  readonly title: string;
  readonly permalink: string;
}

/** What the owner says of the tree; folders and notes by their paths: 'Systems/Kafka'. */
export interface Navigation {
  readonly order: readonly string[];
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
}

const plain: Navigation = { order: [], pinned: [], hidden: [] };

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
    const index = notes.findIndex((note) => shortTitle(note.title, note.ancestors) === title);
    const [own] = index < 0 ? [] : notes.splice(index, 1);
    if (own) folder.own = own;
    attachFolderNotes(folder);
  }
}

function countOf({ folders, notes, own }: Branch): number {
  const here = notes.length + (own ? 1 : 0);
  return [...folders.values()].reduce((sum, folder) => sum + countOf(folder), here);
}

function folderOf({ path, folders, notes }: Branch, rank: Rank): Folder {
  const ofFolder = (title: string) => rank([[...path, title].join('/')]);
  const ofNote = (note: NoteSummary) => rank(pathsOf(note));
  return {
    key: folderKey(path),
    folders: [...folders]
      .sort(([a], [b]) => ofFolder(a) - ofFolder(b) || a.localeCompare(b, 'zh-CN'))
      .map(([title, sub]) => ({
        title,
        key: folderKey(sub.path),
        count: countOf(sub),
        ...(sub.own ? { permalink: sub.own.permalink } : {}),
      })),
    notes: notes
      .toSorted((a, b) => ofNote(a) - ofNote(b) || compareTitles(a, b))
      .map((note) => ({
        title: shortTitle(note.title, note.ancestors),
        permalink: note.permalink,
      })),
  };
}

/** Position of the entry with one of these paths in the owner's order. */
type Rank = (paths: readonly string[]) => number;

/** The paths by which an owner may name a note: as the tree shows it, and as its file is called. */
function pathsOf(note: NoteSummary): string[] {
  const shown = [...(note.ancestors ?? []), shortTitle(note.title, note.ancestors)].join('/');
  return [shown, note.path.replace(/\.[^./]+$/, '')];
}

function nameOf(path: string): string {
  return path
    .normalize('NFC')
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase();
}

function rankIn(order: readonly string[]): Rank {
  const places = new Map(order.map((path, index) => [nameOf(path), index]));
  return (paths) => Math.min(...paths.map((path) => places.get(nameOf(path)) ?? order.length));
}

/** Whether a note, or a folder around it, is among the paths. */
function isAmong(note: NoteSummary, names: ReadonlySet<string>): boolean {
  return pathsOf(note).some((path) => {
    const parts = nameOf(path).split('/');
    return parts.some((_, index) => names.has(parts.slice(0, index + 1).join('/')));
  });
}

/**
 * Every folder of the garden, the root first. Without journals, ghosts, and what the owner hides.
 * Pinned notes are in the root as well as in their folders.
 */
export function foldersOf(
  notes: readonly NoteSummary[],
  navigation: Navigation = plain,
): readonly Folder[] {
  const hidden = new Set(navigation.hidden.map(nameOf));
  const shown = hidden.size === 0 ? notes : notes.filter((note) => !isAmong(note, hidden));
  const rank = rankIn(navigation.order);
  const found: Folder[] = [];
  const visit = (here: Branch) => {
    found.push(folderOf(here, rank));
    for (const sub of here.folders.values()) visit(sub);
  };
  visit(buildTree(shown));
  const pinned = pinnedOf(shown, navigation.pinned);
  const [root, ...rest] = found;
  return root && pinned.length > 0 ? [{ ...root, pinned }, ...rest] : found;
}

function pinnedOf(notes: readonly NoteSummary[], paths: readonly string[]): Entry[] {
  const rank = rankIn(paths);
  return notes
    .filter((note) => note.kind !== 'ghost' && rank(pathsOf(note)) < paths.length)
    .toSorted((a, b) => rank(pathsOf(a)) - rank(pathsOf(b)) || compareTitles(a, b))
    .map(({ title, permalink }) => ({ title, permalink }));
}
