/**
 * The garden's vocabulary: what is known of one note once its dialect has been read. Everything here
 * is plain JSON, so that a note can be kept between runs; its body (see body.ts) is read again from
 * the source when it is needed.
 */
import type { PhrasingContent } from 'mdast';
import type { CardSyntax } from './card-syntax.ts';
import type { Diagnostic, Position } from './diagnostic.ts';
import type { Access } from './publishing.ts';

export type Dialect = 'logseq' | 'obsidian';

/** A file of a vault as read from disk: path '/'-separated, relative to the notes folder, NFC. */
export interface SourceFile {
  readonly path: string;
  /** Text of the file: UTF-8 decoded, without byte order mark, line ends as '\n'. */
  readonly source: string;
  /** ISO days when the file was added and last changed, by its history; '' or left out if unknown. */
  readonly created?: string;
  readonly modified?: string;
}

/** A folder of notes that one program wrote, with the settings that affect the published pages. */
export interface Vault {
  /** Path of the vault relative to the notes folder; '' when it is the notes folder itself. */
  readonly root: string;
  readonly dialect: Dialect;
  /**
   * What becomes of a note without a publishing switch of its own, as the settings say. 'unreadable':
   * a setting that may hide notes cannot be read, so only notes that ask for it are published.
   */
  readonly publishing: 'all' | 'opt-in' | 'unreadable';
  /** Paths (relative to the vault) whose notes and files the vault hides: prefixes or /regex/. */
  readonly hidden: readonly string[];
  /** Name of the note that the program opens first. */
  readonly home: string | null;
  readonly favorites: readonly string[];
  /** Folder for attachments as the vault's settings have it ('./x' is relative to the note); '' is the root. */
  readonly attachments: string;
  /** Folders, relative to the vault, in which its programs keep templates. */
  readonly templateFolders?: readonly string[];
  /** Obsidian: images beside a note of the same name, such as exported drawings. */
  readonly previews?: readonly string[];
  /** Whether a single newline is only a space (Obsidian's “Strict line breaks”). */
  readonly strictLineBreaks: boolean;
  /** Logseq: how file names encode page names; 'plain': the path below `pageFolder` is the name. */
  readonly fileNames: 'legacy' | 'triple-lowbar' | 'plain';
  /** Logseq: date patterns for journal titles, the configured one first. */
  readonly journalFormats: readonly string[];
  readonly journalFolder: string;
  readonly pageFolder: string;
  /** Logseq: macro name → template with $1, $2 … */
  readonly macros: Readonly<Record<string, string>>;
  /** Obsidian: definitions of TeX that hold in every formula (the plugin “Extended MathJax”). */
  readonly preamble?: string;
  /** Obsidian: how flashcards are written (the plugin “Spaced Repetition”), where it has settings. */
  readonly cards?: CardSyntax;
  /** Property keys that are not shown (besides the program's own). */
  readonly hiddenProperties: readonly string[];
  /** Property keys whose values are split on commas into references. */
  readonly listProperties: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a note itself says about being published. 'unclear': one of its switches is neither yes nor no.
 * 'unreadable': the file or its properties cannot be read, so a switch may be hidden in them. Both keep
 * it back, like 'private': privacy fails closed.
 */
export type Visibility = 'public' | 'private' | 'unclear' | 'unreadable' | 'unset';

export interface Note {
  /** Identity: path relative to the notes folder. */
  readonly path: string;
  /** `root` of the note's vault. */
  readonly vault: string;
  readonly dialect: Dialect;
  readonly title: string;
  /** What links call it: Logseq's page name, or the Obsidian path in its vault without `.md`. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Tags without '#', as first written, nested with '/', from text and properties. */
  readonly tags: readonly string[];
  readonly properties: readonly Property[];
  readonly visibility: Visibility;
  /** Key of the property that decided `visibility`, as written; '' where none did. */
  readonly switchKey: string;
  /** Who can reach its page, where it is not to be listed. */
  readonly access?: Access;
  /** When the note is published, where it says so. */
  readonly schedule?: Schedule;
  /** Whether a switch asks for publishing, even where another one forbids it. */
  readonly asksToBePublished: boolean;
  /** ISO date (YYYY-MM-DD) when the note is a journal. */
  readonly journal: string | null;
  /** Address fixed by the author ('a/b', no slashes at the ends), or null. */
  readonly permalink: string | null;
  /**
   * BCP 47 language: from the `lang` property, else by the script and words of most of the text. ''
   * where there is no text; in a garden it is replaced by the policy's language.
   */
  readonly lang: string;
  readonly icon: string;
  readonly description: string;
  readonly image: string;
  /** CSS classes of the page (Obsidian `cssclasses`). */
  readonly classes: readonly string[];
  /** ISO dates or date-times from properties, else days from the file's history; '' if unknown. */
  readonly created: string;
  readonly modified: string;
  /** How the note grew by its file's history, the newest day first; left out where the owner does not ask. */
  readonly history?: readonly NoteChange[];
  readonly headings: readonly Heading[];
  /** Outline blocks (Logseq), and list items, tasks and `^id` blocks (Obsidian), in document order. */
  readonly blocks: readonly Block[];
  /** Every reference in the note, in document order. Body nodes point into this list by index. */
  readonly links: readonly Link[];
  readonly diagrams: readonly Diagram[];
  /** The decks of each flashcard, in document order; left out without cards. */
  readonly cards?: readonly (readonly string[])[];
  /** Whether the body holds queries: such a page depends on the whole garden. */
  readonly hasQueries: boolean;
  /** Plain text outside code, math and links: where unlinked mentions are looked for. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** ISO dates or date-times, UTC where they have no zone; '' where the note says nothing. */
export interface Schedule {
  readonly from: string;
  readonly until: string;
  /** The keys of the properties, as written. */
  readonly fromKey: string;
  readonly untilKey: string;
}

/** What one day changed in a note. */
export interface NoteChange {
  /** ISO day. */
  readonly day: string;
  /** Words that came and went; a sign of Chinese is a word. */
  readonly added: number;
  readonly removed: number;
}

export type PropertyValue = string | number | boolean | null | readonly PropertyValue[];

export interface Property extends Position {
  readonly key: string;
  readonly value: PropertyValue;
  /** The value to display, with its links; built-in and hidden properties have shown = false. */
  readonly content: readonly PhrasingContent[];
  readonly shown: boolean;
}

export interface Heading extends Position {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  /** The heading's Markdown without its '#' signs, where links may quote it. */
  readonly source?: string;
  /** The id that the heading has on its page, unique there. */
  readonly fragment: string;
  /** Whether the text named a private note: the fragment does so still, and is replaced on the page. */
  readonly hidden?: true;
}

export interface Block extends Position {
  /** The id that the block has on its page: its own id, else a hash that edits elsewhere do not change. */
  readonly fragment: string;
  /** The id from the author or program (uuid, or the text after '^'); '' for none. */
  readonly id: string;
  /** Index in `blocks` of the block that holds it, or -1. */
  readonly parent: number;
  /** First line as plain text. */
  readonly text: string;
  readonly task: Task | null;
  /** True for a flashcard. */
  readonly card?: boolean;
  readonly properties: readonly Property[];
  /** Indexes in `links` of the references in this block itself, without its children. */
  readonly links: readonly number[];
}

export interface Task {
  /**
   * As written: 'TODO', 'DOING', 'DONE' …, or the character in an Obsidian check box; '' for a Logseq
   * block that is not a task and has only a priority or a date.
   */
  readonly marker: string;
  readonly done: boolean;
  readonly priority: 'A' | 'B' | 'C' | null;
  /** ISO date or date-time, or ''. */
  readonly scheduled: string;
  readonly deadline: string;
}

/** What follows '#' in a link: a heading path, or a block id. */
export type Anchor =
  | { readonly kind: 'heading'; readonly path: readonly string[] }
  | { readonly kind: 'block'; readonly id: string };

/** A reference as it was written. */
export interface Link extends Position {
  /** 'diagram': from a node of a diagram; 'property': from a property value. */
  readonly kind: 'link' | 'embed' | 'tag' | 'block' | 'property' | 'diagram';
  /**
   * How the name is looked up. 'name': the whole name of a page, where a page without a file is a ghost
   * (Logseq). 'path': Obsidian's search by basename, path suffix, relative or root path.
   * 'block': `anchor` holds an id that is unique in the garden (Logseq's `((uuid))`).
   */
  readonly by: 'name' | 'path' | 'block';
  /** The text in the brackets before '#' and '|', trimmed, URL-decoded; '' is the same note. */
  readonly name: string;
  readonly anchor: Anchor | null;
  /** Author's label as plain text; '' when there is none. */
  readonly label: string;
  /** Exactly as written. */
  readonly source: string;
  /** True where the program shows the reference but does not count it: it makes no backlink. */
  readonly uncounted?: boolean;
  readonly context: LinkContext;
}

/** The sentence or block around a link, as plain text in three parts. */
export interface LinkContext {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Fragment of the block or heading that contains the link; '' at the top of the note. */
  readonly fragment: string;
}

export interface Diagram extends Position {
  /** Fence language: 'mermaid'. */
  readonly language: string;
  /** Source for the renderer: references replaced by the marks of `parse/diagram`. */
  readonly source: string;
  /** The fence's text as the author wrote it. */
  readonly original: string;
  /** Indexes in the note's `links`, in the order of the marks. */
  readonly links: readonly number[];
  /** Text of the nearest heading or block above: the title where the diagram has none. */
  readonly heading: string;
}
