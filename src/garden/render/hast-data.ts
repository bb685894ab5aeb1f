/** What render notes on the HTML nodes it makes, for its own later steps. */
import type { RootContent } from 'mdast';
import 'mdast-util-to-hast';

declare module 'hast' {
  interface ElementData {
    /** Not part of the page's text: not searched, not counted, not described. */
    unsearched?: boolean | undefined;
    /** Stands where a private name is not said: seen, but no text of the page. */
    placeholder?: boolean | undefined;
    /** A heading of the note itself: its depth in the source and its place on the page. */
    heading?: { readonly depth: number; readonly fragment: string } | undefined;
  }
}

declare module 'mdast-util-to-hast' {
  interface RawData {
    /** What a reader reads here, for the search text. */
    text?: string | undefined;
    /** What stands here for the eye, where it is no text to search: a formula's source. */
    source?: string | undefined;
    /** What this is in Markdown; nothing stands there where it is left out. */
    markdown?: readonly RootContent[] | undefined;
  }
}
