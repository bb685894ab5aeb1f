/** Related notes: what a page suggests besides the notes that it links to or that link to it. */

import type { PageLink } from './page.ts';

/** A note that is related to another one, with the strongest reasons first. */
export interface RelatedNote {
  readonly id: string;
  readonly reasons: readonly RelatedReason[];
}

/**
 * Why two notes are related. `ids` are notes or ghosts:
 * - `cite`: both link to these; `cited`: these link to both; `between`: the one links to these, which
 *   link to the other;
 * - `alike`: these are like the note, and link to the related one;
 * - `tags`: keys of the tags that both have; `words`: rare words of both texts;
 * - `names`: the note's text has the name of the related one; `named`: the other way round.
 */
export type RelatedReason =
  | { readonly kind: 'cite' | 'cited' | 'between' | 'alike'; readonly ids: readonly string[] }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'names' | 'named' };

/** A related note in the record of a page. `names`: titles, tags with '#', or words; none for a name. */
export interface RelatedPage extends PageLink {
  readonly lang: string;
  readonly reasons: readonly {
    readonly kind: RelatedReason['kind'];
    readonly names: readonly string[];
  }[];
}
