/** The garden: all notes together, resolved. What `resolve` makes and `render` reads. */
import type { CitedWork } from './bibliography.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FormerTool } from './former-tool.ts';
import type { NearNotes } from './near-note.ts';
import type { Link, Note, Vault } from './note.ts';
import type { Access, PublishingDecision } from './publishing.ts';
import type { RelatedNote } from './related-note.ts';

/** A file of a vault that is not a note. `digest` is a hash of its bytes. */
export interface Asset {
  /** Relative to the notes folder, NFC, '/'-separated. */
  readonly path: string;
  readonly digest: string;
  /** Pixels, for images whose size is known: reserves their space on the page. */
  readonly width?: number;
  readonly height?: number;
  /** Whether it is a drawing for light paper: the dark theme turns its lightness. */
  readonly isLight?: boolean;
  /** Smaller copies for pages, in order of width. The file itself may be the last of them. */
  readonly thumbnails?: readonly Thumbnail[];
}

/** A copy of a picture `width` pixels wide, with its address below the base. */
export interface Thumbnail {
  readonly width: number;
  readonly permalink: string;
}

/** A file with its address below the base. */
export interface ServedAsset {
  readonly asset: Asset;
  readonly permalink: string;
}

/** What the owner decides in `garden.yaml` and the environment. */
export interface Policy {
  /** 'vault': the vaults' own switches decide; 'all': whatever neither a note nor a vault hides. */
  readonly publish: 'vault' | 'all';
  /** Paths and globs that are never published, relative to the notes folder (see `readIgnoredPaths`). */
  readonly ignore?: readonly string[];
  /** Those of them that the owner did not write: folders of templates and of private notes. */
  readonly ignoredByDefault?: readonly string[];
  /** Where the site is served, without its base: 'https://garden.example'; '' where nobody said. */
  readonly url: string;
  /** Path prefix of the site: '/' or '/garden/'. Starts and ends with '/'. */
  readonly base: string;
  /** Language of notes that do not state one, and of the interface. */
  readonly lang: string;
  /** How collapsed blocks appear: as written, all open, or open down to a level. */
  readonly collapsed: 'honour' | 'open' | number;
  readonly embedDepth: number;
  /** The owner's commands of formulas: '\\R' → '\\mathbb{R}'. */
  readonly macros?: Readonly<Record<string, string>>;
  /** Name of the note that opens the site, before what the vaults themselves open with. */
  readonly home?: string;
  /** The programs whose addresses of the notes redirect to their pages. */
  readonly movedFrom?: readonly FormerTool[];
  /** Patterns of those addresses, where they are not what the programs do of themselves. */
  readonly formerAddresses?: readonly string[];
}

/** Where a link leads. Code that reads a target must handle every case. */
export type Target =
  | { readonly kind: 'note'; readonly id: string; readonly fragment: string }
  | { readonly kind: 'ghost'; readonly id: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'asset'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'unresolved' }
  /** A note in no list: only its address is known to other notes. */
  | { readonly kind: 'unlisted'; readonly permalink: string; readonly fragment: string }
  /** `locked`: the page, where it is served behind a password, with the title that its owner chose. */
  | {
      readonly kind: 'private';
      readonly locked?: { readonly permalink: string; readonly title: string };
    };

/** A link seen from its target. */
export interface Backlink {
  /** Id of the note that holds the link. */
  readonly from: string;
  readonly link: Link;
  /** Fragment on the target that the link names; '' for the whole note. */
  readonly fragment: string;
}

export interface GardenNote {
  /** Identity in the garden and in graph.json: the permalink without slashes at its ends. */
  readonly id: string;
  /** Address below the base: '/kafka/'. Starts and ends with '/'. Not percent-encoded. */
  readonly permalink: string;
  readonly note: Note;
  /** Parallel to `note.links`. */
  readonly targets: readonly Target[];
  /** Sorted by source note, then position. */
  readonly backlinks: readonly Backlink[];
  /** Ids of notes or ghosts directly below it in its namespace. */
  readonly children: readonly string[];
  /** Ancestors in namespace or folders, outermost first; id is null where there is no page. */
  readonly ancestors: readonly Ancestor[];
  /** Path in `assets` of the image that the note's `image` property names, if it is in the garden. */
  readonly image?: string;
  /** Ids of the notes that are the same text in other languages, in order of language. */
  readonly translations?: readonly string[];
}

/** A published note that is in no list, and of which other notes know nothing but the address. */
export interface UnlistedNote extends GardenNote {
  readonly access: Access;
  /** The files that it shows or links to, by path. */
  readonly files: ReadonlyMap<string, Asset>;
}

/** A page without a file: it is linked, or is a namespace's parent. */
export interface Ghost {
  readonly id: string;
  readonly permalink: string;
  readonly title: string;
  readonly backlinks: readonly Backlink[];
  readonly children: readonly string[];
  readonly ancestors: readonly Ancestor[];
}

/** A page above another one, outermost first in lists. */
export interface Ancestor {
  readonly title: string;
  /** Id of the note or ghost, or null. */
  readonly id: string | null;
  /** Key of the tag that is the page of this name, where no note or ghost is. */
  readonly tag?: string;
}

/** Value of `Garden.home` where the latest journals are the home page. */
export const journalsHome = 'journals';

export interface TagPage {
  /** As first written, without '#'. */
  readonly name: string;
  readonly permalink: string;
  /** Ids of the notes with exactly this tag: journals, newest first, then notes by title. */
  readonly notes: readonly string[];
  /** Keys (in `tags`) of the tags one level below. */
  readonly children: readonly string[];
  /** Number of notes with this tag or one below it. */
  readonly count: number;
  /** Ids of the pages one level below in a namespace of this name that has no page of its own. */
  readonly pages: readonly string[];
  /** Id of the note with this name, or null. */
  readonly note: string | null;
  /**
   * Where the note is the tag's page, as in Logseq: the address below /tags/ that leads to it; else ''.
   * `permalink` is the note's then.
   */
  readonly redirect: string;
}

export interface Garden {
  readonly policy: Policy;
  /** ISO day of the build, for expressions and queries that ask for it. */
  readonly today?: string;
  readonly vaults: readonly Vault[];
  /**
   * For every note, by path, whether it is published and why. It names what is private: it is for the
   * owner's report and never for a page or record.
   */
  readonly publishing: ReadonlyMap<string, PublishingDecision>;
  /** Names that no page may show, as keys to find them in addresses; never for a page or record either. */
  readonly unpublishedKeys?: readonly string[];
  /** Public notes in all lists, by id, in order of id. */
  readonly notes: ReadonlyMap<string, GardenNote>;
  /** Notes with a page but in no list, by id, in order of id: for the page itself and nothing else. */
  readonly unlisted: ReadonlyMap<string, UnlistedNote>;
  readonly ghosts: ReadonlyMap<string, Ghost>;
  /** By lower-case NFC name. */
  readonly tags: ReadonlyMap<string, TagPage>;
  /** Ids of journals, newest first. */
  readonly journals: readonly string[];
  /** Referenced by public notes, by path → address below the base: '/assets/<path>'. */
  readonly assets: ReadonlyMap<string, ServedAsset>;
  /** The same of files that only unlisted notes refer to: their pages alone know them. */
  readonly unlistedAssets: ReadonlyMap<string, ServedAsset>;
  /** Old address → new address, both below the base. */
  readonly redirects: ReadonlyMap<string, string>;
  /** Id of the note shown as the home page, 'journals' for the latest journals, or null. */
  readonly home: string | null;
  /** Ids of the notes that the vaults name as favourites, in their order. */
  readonly favorites?: readonly string[];
  /** By note id: unlinked mentions of it in other notes. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** By note id: related notes that it neither links to nor is linked from, where they were asked for. */
  readonly related?: ReadonlyMap<string, readonly RelatedNote[]>;
  /** By note id: its local graph. */
  readonly near?: ReadonlyMap<string, NearNotes>;
  /** By key: the works of the owner's bibliographies. */
  readonly works?: ReadonlyMap<string, CitedWork>;
  /** Whether there is a bibliography: without one `[@name]` is text. */
  readonly hasBibliography?: boolean;
  readonly counts: GardenCounts;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * All of the garden, where this is a view that records which facts are read: for questions that
   * any note may answer, and for indexes that are shared by all pages. Undefined in a garden itself.
   */
  readonly whole?: Garden;
}

/** The garden as the page of an unlisted note sees it: with that note and its files among the others. */
export function gardenOf(garden: Garden, id: string): Garden {
  const own = garden.unlisted.get(id);
  if (own === undefined) return garden;
  const files = [...garden.unlistedAssets].filter(([path]) => own.files.has(path));
  return {
    ...garden,
    notes: new Map([...garden.notes, [id, own]]),
    assets: new Map([...garden.assets, ...files]),
  };
}

/** All notes that have a page: those in all lists, then those in none. */
export function servedNotes(garden: Garden): readonly GardenNote[] {
  return [...garden.notes.values(), ...garden.unlisted.values()];
}

/** Whether the page of the note with this id is behind a password. */
export function isLocked(garden: Garden, id: string): boolean {
  return garden.unlisted.get(id)?.access.kind === 'password';
}

/** The garden itself, whether a view of it is given or the garden. */
export function wholeOf(garden: Garden): Garden {
  return garden.whole ?? garden;
}

/** A note's title or alias in another note's text that is not a link. */
export interface Mention {
  readonly from: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface GardenCounts {
  /** Files read as notes, published or not. */
  readonly notes: number;
  readonly private: number;
  /** Kept back by their vault or the owner's settings, not by their own switch. */
  readonly unpublished: number;
  readonly links: {
    readonly total: number;
    readonly resolved: number;
    readonly ghost: number;
    readonly unresolved: number;
    readonly ambiguous: number;
  };
  readonly embeds: number;
  readonly tags: number;
  readonly diagrams: number;
}
