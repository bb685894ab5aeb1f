/** The notes around a note, as its page shows them. */
import type { PageLink } from './page.ts';

/** Kinds of links, in the order in which they are shown. */
export const nearKinds = ['both', 'out', 'in'] as const;
export type NearKind = (typeof nearKinds)[number];

/** A note that another one is linked with. */
export interface NearNote extends PageLink {
  readonly lang: string;
  /** Whether no note of that name is written. */
  readonly isGhost?: true;
  /** In the drawing, where it is not the title. */
  readonly name?: string;
}

/** The notes that a note is linked with, each in the group of its kind, the best linked first. */
export interface NearNotes {
  readonly groups: Readonly<Partial<Record<NearKind, readonly NearNote[]>>>;
  /** How many are left out of each group. */
  readonly more?: Readonly<Partial<Record<NearKind, number>>>;
}
