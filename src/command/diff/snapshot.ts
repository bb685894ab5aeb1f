/** What a garden is at one moment, as far as two moments are compared. Pure. */
import type { Diagnostic } from '../../garden/diagnostic.ts';
import type { GraphRecord } from '../../garden/record-files.ts';

/** A reference of a note; `to` is the title of the page that it leads to. */
export interface SnapshotLink {
  readonly to: string;
  /** Identity of the page that it leads to. */
  readonly id: string;
  readonly line: number;
}

export interface SnapshotNote {
  /** Relative to the notes folder. */
  readonly path: string;
  readonly published: boolean;
  /** Who can read it: 0 nobody, 1 with a password, 2 with its address, 3 everybody. */
  readonly reach: 0 | 1 | 2 | 3;
  /** Why it is not published; '' where it is. */
  readonly reason: string;
  /** Of the note's text; '' where only its public facts are known. */
  readonly digest: string;
  readonly dialect: string;
  /** The following are empty where the note is not published. */
  readonly title: string;
  readonly permalink: string;
  readonly tags: readonly string[];
  readonly links: readonly SnapshotLink[];
  /** Bytes of its page's text and of the files that it shows; 0 where they are not known. */
  readonly weight: number;
}

export interface Snapshot {
  /** By path. */
  readonly notes: ReadonlyMap<string, SnapshotNote>;
  /** Titles of pages without a file, by address. */
  readonly ghosts: ReadonlyMap<string, string>;
  readonly tags: ReadonlySet<string>;
  /** Addresses that lead to another one. */
  readonly redirects: ReadonlySet<string>;
  /** Files that are published with their size, by path. */
  readonly files: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The snapshot of a `graph.json`: public facts only. */
export function snapshotOfGraph({ notes, ghosts }: GraphRecord): Snapshot {
  const titles = new Map([...notes, ...ghosts].map(({ id, title }) => [id, title]));
  const listed = notes.map((note): [string, SnapshotNote] => {
    const { path, title, permalink, tags, dialect } = note;
    const links = note.links.map(({ to, line }) => ({ to: titles.get(to) ?? to, id: to, line }));
    const shown = { path, title, permalink, tags, links, dialect };
    return [path, { ...shown, published: true, reach: 3, reason: '', digest: '', weight: 0 }];
  });
  return {
    notes: new Map(listed),
    ghosts: new Map(ghosts.map(({ permalink, title }) => [permalink, title])),
    tags: new Set(notes.flatMap(({ tags }) => tags)),
    redirects: new Set(),
    files: new Map(),
    diagnostics: [],
  };
}
