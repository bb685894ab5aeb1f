/**
 * The plugin API. A plugin is a plain object with a name and hooks; a module exports it as its default.
 * A hook answers at once, never with a promise, and the same question always gets the same answer:
 * what it answered is kept until the plugin's code or the note changes.
 */
import type { Root } from 'mdast';

export interface Plugin {
  /** How `garden.yaml` and messages call it: letters, digits and '-'. */
  readonly name: string;
  /** By language of a code fence, in lower case: what is shown in place of the code. */
  readonly fence?: Readonly<Record<string, (fence: Fence) => Shown>>;
  /** By name of a macro `{{name …}}`, in lower case: what is shown in its place. */
  readonly macro?: Readonly<Record<string, (macro: Macro) => Shown>>;
  /**
   * Changes the Markdown tree of a note before its links, headings and words are taken; in Logseq the
   * tree of each block. The tree is a copy: change it in place and return nothing,
   * or return another one.
   */
  readonly transform?: (tree: Root, note: NoteInfo) => unknown;
  /** Further pages, made of all that is published. */
  readonly page?: (garden: PublicGarden) => readonly NewPage[];
}

/**
 * HTML with its words for search (those of its text when left out), or plain text; nothing for “show
 * it as if there were no plugin”.
 */
export type Shown =
  | string
  | { readonly text: string }
  | { readonly html: string; readonly words?: string }
  | null
  | undefined;

/** The note around something. */
export interface NoteInfo {
  /** Path below the notes folder, with '/'. */
  readonly path: string;
  readonly dialect: 'logseq' | 'obsidian';
}

export interface Fence extends NoteInfo {
  readonly language: string;
  /** What follows the language. */
  readonly meta: string;
  readonly code: string;
}

export interface Macro extends NoteInfo {
  readonly name: string;
  /** All that follows the name, as written. */
  readonly text: string;
}

/** What is published. Names of other notes are replaced in it. */
export interface PublicGarden {
  readonly notes: readonly PublicNote[];
}

export interface PublicNote {
  readonly id: string;
  /** Address below the base: '/kafka/'. */
  readonly address: string;
  readonly title: string;
  readonly lang: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** ISO dates, '' where unknown. */
  readonly created: string;
  readonly modified: string;
  /** ISO date of a journal, else null. */
  readonly journal: string | null;
  /** Properties that readers see, as texts. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Ids of the notes that it links to, and that link to it; sorted. */
  readonly links: readonly string[];
  readonly backlinks: readonly string[];
}

export interface NewPage {
  /** Where it is served: 'reading-list' or 'books/reading-list'. */
  readonly address: string;
  readonly title: string;
  /** As Obsidian reads it: `[[links]]` lead to notes, and HTML is cleaned. */
  readonly markdown: string;
}
