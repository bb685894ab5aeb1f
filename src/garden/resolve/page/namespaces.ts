/** Parents and children of pages: namespaces of page names, folders of a vault. */
import { compareText } from '../../diagnostic.ts';
import type { Ancestor } from '../../garden.ts';
import { tagKey } from '../../tag-key.ts';
import { isFolderNote, isIndexNote } from '../address/addresses.ts';
import { type GhostName, type Ghosts, parentsOf } from '../link/ghosts.ts';
import type { FileIndex } from '../lookup/file-index.ts';
import type { KnownNote, PublicNote } from '../lookup/known-note.ts';
import type { NameIndex } from '../lookup/name-index.ts';
import { folderOf, joinPath, lastSegment } from '../lookup/name-key.ts';

export interface Namespaces {
  /** By id, outermost first. */
  readonly ancestors: ReadonlyMap<string, readonly Ancestor[]>;
  /** By id, sorted by title. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** Ids of the pages directly below a tag, by its key, sorted by title. */
  readonly belowTags: ReadonlyMap<string, readonly string[]>;
}

interface Page {
  readonly id: string;
  readonly title: string;
  readonly ancestors: readonly Ancestor[];
}

/** Finds the ancestors of all published notes and ghosts; children are their reverse. */
export function collectNamespaces(
  notes: readonly PublicNote[],
  ghosts: Ghosts,
  names: NameIndex,
  files: FileIndex<KnownNote>,
  tags: ReadonlySet<string> = new Set(),
): Namespaces {
  const idOf = (vault: string, name: string): string | null => {
    const match = names.anywhere(vault, name);
    return match ? match.found.id : (ghosts.find(vault, name)?.id ?? null);
  };
  const ancestorOf = (vault: string, parent: string): Ancestor => {
    const [title, id, tag] = [lastSegment(parent), idOf(vault, parent), tagKey(parent)];
    return id === null && tags.has(tag) ? { title, id, tag } : { title, id };
  };
  const folders = new Folders(files);
  const pages = [
    ...notes.map((known) => pageOfNote(known, ancestorOf, folders)),
    ...ghosts.all().map((ghost) => pageOfGhost(ghost, ancestorOf)),
  ];
  return {
    ancestors: new Map(pages.map(({ id, ancestors }) => [id, ancestors])),
    children: childrenOf(pages, ({ id }) => id),
    belowTags: childrenOf(pages, ({ tag }) => tag ?? null),
  };
}

type AncestorOf = (vault: string, name: string) => Ancestor;

function pageOfNote({ id, note }: PublicNote, ancestorOf: AncestorOf, folders: Folders): Page {
  const page = { id, title: note.title };
  if (note.journal !== null) return { ...page, ancestors: [] };
  const ancestors =
    note.dialect === 'logseq'
      ? namespaceAbove(note.vault, note.name, ancestorOf)
      : folders.above(note.vault, note.name);
  return { ...page, ancestors: ancestors.filter((ancestor) => ancestor.id !== id) };
}

function pageOfGhost({ id, title, vault, journal }: GhostName, ancestorOf: AncestorOf): Page {
  const ancestors = journal === null ? namespaceAbove(vault, title, ancestorOf) : [];
  return { id, title, ancestors: ancestors.filter((ancestor) => ancestor.id !== id) };
}

function namespaceAbove(vault: string, name: string, ancestorOf: AncestorOf): Ancestor[] {
  return parentsOf(name).map((parent) => ancestorOf(vault, parent));
}

/** Folders of a vault as ancestors: each leads to its index note if that is published. */
class Folders {
  readonly #files: FileIndex<KnownNote>;
  readonly #known = new Map<string, readonly Ancestor[]>();

  constructor(files: FileIndex<KnownNote>) {
    this.#files = files;
  }

  /** The folders that contain a note; a folder's own note counts as one level higher. */
  above(vault: string, name: string): readonly Ancestor[] {
    const opens = isFolderNote(name) || isIndexNote(name);
    return this.#path(vault, opens ? folderOf(folderOf(name)) : folderOf(name));
  }

  #path(vault: string, folder: string): readonly Ancestor[] {
    if (folder === '') return [];
    const key = `${vault}\n${folder}`;
    const known = this.#known.get(key);
    if (known) return known;
    const title = lastSegment(folder);
    const openers = [`${folder}/${title}`, `${folder}/index`, `${folder}/_index`, folder];
    const found = openers.map((opener) => this.#files.at(joinPath(vault, opener)));
    const id = found.find((opener) => opener !== null)?.id ?? null;
    const path = [...this.#path(vault, folderOf(folder)), { title, id }];
    this.#known.set(key, path);
    return path;
  }
}

/** Ids of pages by what `keyOf` gives for the page directly above them. */
function childrenOf(
  pages: readonly Page[],
  keyOf: (parent: Ancestor) => string | null,
): Map<string, string[]> {
  const children = new Map<string, string[]>();
  const byTitle = pages.toSorted(
    (a, b) => compareText(a.title, b.title) || compareText(a.id, b.id),
  );
  for (const { id, ancestors } of byTitle) {
    const above = ancestors.at(-1);
    const parent = above ? keyOf(above) : null;
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  return children;
}
