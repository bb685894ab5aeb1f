/** What plugins add to the reading of notes, as the parser asks for it. */
import type { Root } from 'mdast';
import type { Dialect } from './note.ts';

/** The note that is being read. */
export interface ExtendedNote {
  /** Relative to the notes folder, '/'-separated. */
  readonly path: string;
  readonly dialect: Dialect;
}

/** What a plugin shows in place of a fence or a macro. */
export interface PluginAnswer {
  readonly plugin: string;
  /** HTML, or null for plain text. */
  readonly html: string | null;
  /** The plain text; '' where it is HTML. */
  readonly text: string;
  /** Words for search; null for those of what is shown. */
  readonly words: string | null;
  /** Whether the owner lets the HTML of this plugin through unchanged. */
  readonly isTrusted: boolean;
}

/** A plugin that failed, and why. */
export interface PluginFault {
  readonly plugin: string;
  readonly fault: string;
}

/** The plugins as one. Methods never throw. */
export interface Extensions {
  /** What a fence in a language shows; null where no plugin has an answer. `meta` is the text after the language. */
  fence(
    fence: { readonly language: string; readonly meta: string; readonly code: string },
    note: ExtendedNote,
  ): PluginAnswer | PluginFault | null;
  /** Whether a plugin has a macro of this name, in lower case. */
  hasMacro(name: string): boolean;
  macro(
    macro: { readonly name: string; readonly text: string },
    note: ExtendedNote,
  ): PluginAnswer | PluginFault | null;
  /** Whether a plugin changes the trees of notes. */
  readonly transforms: boolean;
  /** The tree as the plugins leave it, without the changes of those that fail. */
  transform(
    root: Root,
    note: ExtendedNote,
  ): { readonly root: Root; readonly faults: readonly PluginFault[] };
}

/** A garden without plugins. */
export const noExtensions: Extensions = {
  fence: () => null,
  hasMacro: () => false,
  macro: () => null,
  transforms: false,
  transform: (root) => ({ root, faults: [] }),
};
