/** Data that render attaches to its HTML nodes for its later steps. */
import type { RootContent } from 'mdast';
import type { Position } from '../diagnostic.ts';
import 'mdast-util-to-hast';

/**
 * What Astro runs in place of an element. 'html': the element is the only child and gets the attributes;
 * 'component': it is called with the children; a 'hidden' one shows nothing without Astro.
 */
export interface MdxCode extends Position {
  readonly kind: 'statements' | 'expression' | 'html' | 'component' | 'hidden';
  /** Name of the component. */
  readonly name: string;
  /** Statements, an expression without its braces, or attributes. */
  readonly code: string;
}

/** A picture that may stand alone: what its paragraph needs to know of it. */
export interface PictureData {
  readonly caption: { readonly text: string; readonly isSpoken: boolean };
  /** Whether it has more pixels than an icon, and may fill a line. */
  readonly isLarge: boolean;
  /** Whether its author gave it a size. */
  readonly isSized: boolean;
}

declare module 'hast' {
  interface ElementData {
    picture?: PictureData | undefined;
    /** Not part of the page's text: left out of search, reading time and description. */
    unsearched?: boolean | undefined;
    /** Replaces a private name: visible, but not part of the page's text. */
    placeholder?: boolean | undefined;
    /** The words for search, where they are not those of the children. */
    words?: string | undefined;
    /** Indexes of the note's links that lead from here; none in copies of other notes. */
    links?: readonly number[] | undefined;
    /** A heading of the note itself: its depth in the source and its place on the page. */
    heading?: { readonly depth: number; readonly fragment: string } | undefined;
    /** Only holds nodes together while HTML is parsed; its children take its place. */
    isJoined?: true | undefined;
    /** Code of the page's own MDX, which Astro runs in place of this element. */
    mdx?: MdxCode | undefined;
  }
}

declare module 'mdast-util-to-hast' {
  interface RawData {
    /** The visible text, for search. */
    text?: string | undefined;
    /** The source of a formula, which is what of it is searched. */
    source?: string | undefined;
    /** The same content in Markdown; left out, the Markdown copy shows nothing here. */
    markdown?: readonly RootContent[] | undefined;
  }
}
