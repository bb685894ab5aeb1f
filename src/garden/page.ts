/**
 * Records of pages, written to `.garden/` by the import and read by `src/site`: the whole contract
 * between the engine and the site; plain JSON. Addresses in `html` include the base; a `permalink`
 * does not.
 */

import type { Deck, PageCard } from './deck.ts';
import type { Position } from './diagnostic.ts';
import type { LockedPage } from './locked.ts';
import type { NearNotes } from './near-note.ts';
import type { NoteChange } from './note.ts';
import type { RelatedPage } from './related-note.ts';

export interface PageLink {
  readonly title: string;
  readonly permalink: string;
}

/** A note that refers to a page. What is shown of its references is in the note's own excerpts. */
export interface ReferenceGroup extends PageLink {
  /** Id of the note. */
  readonly id: string;
  readonly lang: string;
  /** Indexes of the references among the note's links, in its order. */
  readonly links: readonly number[];
  /** Keys of the note's properties that refer to the page. */
  readonly properties: readonly string[];
}

/** What other pages show of the references in a note, in a file of its own. */
export interface NoteExcerpts {
  /** The note's description, for references that say nothing but the name of the page. */
  readonly description: string;
  /** For each link of the note the index of its excerpt; -1 where there is none. */
  readonly of: readonly number[];
  readonly excerpts: readonly Excerpt[];
}

/** A block or sentence with references, as HTML. */
export interface Excerpt {
  /** Fragment on the note's page, '' for its top. */
  readonly fragment: string;
  /** First lines of the blocks or headings above, outermost first, as inline HTML without links. */
  readonly above: readonly { readonly html: string; readonly fragment: string }[];
  readonly html: string;
  /** The blocks below, '' for none. */
  readonly below: string;
}

/** A note with unlinked mentions of a page. */
export interface MentionGroup extends PageLink {
  readonly lang: string;
  readonly contexts: readonly {
    readonly before: string;
    readonly text: string;
    readonly after: string;
  }[];
}

export interface ContentsEntry {
  readonly fragment: string;
  readonly depth: number;
  readonly text: string;
}

export interface PageProperty {
  readonly key: string;
  readonly html: string;
}

/** Text of one section for the search index: everything under one heading. */
export interface SearchSection {
  /** '' for the text before the first heading. */
  readonly fragment: string;
  readonly heading: string;
  readonly text: string;
}

/** The parts of KaTeX's stylesheet and fonts that formulas need. */
export interface FormulaParts {
  /** Class names in the formulas' HTML, sorted. */
  readonly classes: readonly string[];
  /** Every visible character in them but those of variables, once, sorted. */
  readonly characters: string;
  /** The characters of variables, which are slanted. */
  readonly variables: string;
}

interface PageBase {
  readonly id: string;
  readonly permalink: string;
  readonly title: string;
  readonly lang: string;
  readonly backlinks: readonly ReferenceGroup[];
  readonly ancestors: readonly { readonly title: string; readonly permalink: string | null }[];
  readonly children: readonly PageLink[];
}

/** A note, a journal among them. */
export interface NotePage extends PageBase {
  readonly kind: 'note' | 'journal';
  readonly path: string;
  readonly icon: string;
  readonly description: string;
  readonly image: string;
  readonly aliases: readonly string[];
  readonly tags: readonly PageLink[];
  readonly properties: readonly PageProperty[];
  readonly classes: readonly string[];
  readonly created: string;
  readonly modified: string;
  /** What each day changed, the newest first, where the owner shows it. */
  readonly history?: readonly NoteChange[];
  readonly journal: string | null;
  /** The same text in other languages. */
  readonly translations: readonly (PageLink & { readonly lang: string })[];
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
  readonly contents: readonly ContentsEntry[];
  readonly html: string;
  readonly minutes: number;
  readonly mentions: readonly MentionGroup[];
  /** What the page suggests besides its links; left out where there is nothing. */
  readonly related?: readonly RelatedPage[];
  /** Its local graph; left out of a page that is in none. */
  readonly near?: NearNotes;
  /** The tag with this note's name; `notes` are listed where the note is the tag's page. */
  readonly tag:
    | (CountedTag & {
        readonly notes: readonly ReferenceGroup[];
        readonly children: readonly CountedTag[];
      })
    | null;
  readonly search: readonly SearchSection[];
  /** The flashcards of the note; left out without any. */
  readonly cards?: readonly PageCard[];
  /** What the page needs of KaTeX's stylesheet and fonts; null without formulas. */
  readonly math: FormulaParts | null;
  /** What @astrojs/mdx renders instead of `html`; null for notes without code. */
  readonly mdx: MdxModule | null;
}

/** The code of an MDX note, with the places in its file, and its body. */
export interface MdxModule {
  /** Imports, exports. */
  readonly statements: readonly PlacedCode[];
  /** The components that the note itself names. */
  readonly components: readonly (Position & { readonly name: string })[];
  readonly nodes: readonly MdxNode[];
}

interface PlacedCode extends Position {
  readonly code: string;
}

/** Finished HTML; an expression; or an element or component with further attributes, as JSX. */
export type MdxNode =
  | { readonly html: string }
  | { readonly code: string }
  | {
      /** The start tag with the attributes that are text; none for a component. */
      readonly openHtml?: string;
      readonly name: string;
      readonly attributes: string;
      readonly children: readonly MdxNode[];
    };

export interface GhostPage extends PageBase {
  readonly kind: 'ghost';
}

/** A note in a list, with its description ('' for none). */
export interface ListedNote extends PageLink {
  readonly lang: string;
  readonly description: string;
}

/** A tag and how many notes have it or one below it. */
export interface CountedTag extends PageLink {
  readonly count: number;
}

export interface TagPageRecord {
  readonly kind: 'tag';
  readonly id: string;
  readonly name: string;
  readonly permalink: string;
  readonly title: string;
  /** Tags above it, outermost first. */
  readonly ancestors: readonly PageLink[];
  /** The notes with this tag. */
  readonly notes: readonly ReferenceGroup[];
  readonly children: readonly CountedTag[];
  readonly count: number;
  /** Pages below it in a namespace of its name. */
  readonly pages: readonly PageLink[];
  /** The note with its name, which has a page of its own. */
  readonly note: PageLink | null;
}

/** A note in no list: what shows or finds notes asks for their kinds, and knows nothing of this one. */
export interface UnlistedPage extends Omit<NotePage, 'kind'> {
  readonly kind: 'unlisted';
}

export type Page = NotePage | GhostPage | TagPageRecord | UnlistedPage | LockedPage;

/** One entry of `.garden/notes.json`, for lists, the explorer and the title search. */
export interface NoteSummary extends PageLink {
  readonly id: string;
  readonly kind: 'note' | 'journal' | 'ghost';
  readonly path: string;
  readonly lang: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly journal: string | null;
  readonly created: string;
  readonly modified: string;
  readonly description: string;
  readonly backlinks: number;
  /** Titles of its ancestors, outermost first: the explorer's folders. */
  readonly ancestors?: readonly string[];
  /** Id of the note that stands for it and its translations: in the site's language, where one is. */
  readonly translationOf?: string;
}

/** `.garden/site.json`: what the routes need in addition to the page records. */
export interface SiteRecord {
  readonly home: string | null;
  /** What the vaults name as favourites: places of the navigation. */
  readonly favorites: readonly PageLink[];
  readonly journals: readonly (PageLink & { readonly date: string; readonly id: string })[];
  readonly tags: readonly (PageLink & {
    readonly name: string;
    readonly count: number;
    readonly depth: number;
    /** Below this address its feeds are: its own, also where a note is its page. */
    readonly feeds: string;
  })[];
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** Decks of flashcards by name, that of all cards first; none without cards. */
  readonly decks: readonly Deck[];
  /** Whether any note has a day. */
  readonly isDated: boolean;
  readonly notes: number;
}
