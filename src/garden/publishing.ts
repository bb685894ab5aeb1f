/** Whether a note is published, and why: the answer of `resolve/publishing`, for the owner alone. */
import type { Dialect } from './note.ts';

/** What publishes a note. */
export type PublishedReason =
  /** The note's own switch: `publish: true`. */
  | { readonly kind: 'own-switch'; readonly key: string }
  /** Its vault publishes every note that does not say no. */
  | { readonly kind: 'vault' }
  /** The owner publishes every note that nothing hides. */
  | { readonly kind: 'policy' };

/** What keeps a note back. */
export type UnpublishedReason =
  /** The note's own switch: `publish: false`, `draft: true`. */
  | { readonly kind: 'own-switch'; readonly key: string }
  /** A switch of the note is neither yes nor no. */
  | { readonly kind: 'unclear-switch'; readonly key: string }
  /** The file or its properties cannot be read, so a switch may be hidden in them. */
  | { readonly kind: 'unreadable' }
  /** Another file is the same Logseq page, and hides itself by a switch. */
  | { readonly kind: 'twin'; readonly path: string }
  /** A pattern leaves the path out: the owner's, or one that holds of itself, such as `private/`. */
  | { readonly kind: 'ignored'; readonly pattern: string; readonly isDefault?: true }
  /** The vault's settings hide the path. */
  | { readonly kind: 'hidden-path'; readonly pattern: string }
  /** A setting of the vault that may hide notes cannot be read; '' where it is a whole file. */
  | { readonly kind: 'unreadable-settings'; readonly setting: string }
  /**
   * The vault publishes only what asks for it: because of the note at this path, which asks; '' where
   * the vault's settings say so, and then the program that they are of.
   */
  | { readonly kind: 'opt-in'; readonly because: string; readonly settingsOf?: Dialect }
  | { readonly kind: 'no-vault' };

/** Who can reach the page of a published note that is not listed. */
export type Access =
  /** Whoever knows its address. */
  | { readonly kind: 'unlisted' }
  /**
   * Whoever knows the password that the environment has under this name (lower case). `title` is what
   * readers see before they have given it; '' where the owner chose none.
   */
  | { readonly kind: 'password'; readonly name: string; readonly title: string };

export type PublishingDecision =
  | {
      readonly published: true;
      readonly reason: PublishedReason;
      /** Left out where the note is in all lists. */
      readonly access?: Access;
    }
  | { readonly published: false; readonly reason: UnpublishedReason };
