/** What a locked page says once it is open. */
import type { ContentsEntry, PageProperty, SearchSection } from './page.ts';

export interface LockedContent {
  readonly title: string;
  readonly icon: string;
  readonly lang: string;
  readonly classes: readonly string[];
  readonly html: string;
  readonly properties: readonly PageProperty[];
  readonly contents: readonly ContentsEntry[];
  /** Its words, for a search in the tab that has the key. */
  readonly search: readonly SearchSection[];
  /** Type and name of each encrypted file, by its name below `lockedFolder`. */
  readonly files: Readonly<Record<string, { readonly type: string; readonly name: string }>>;
  /** Permalinks of all pages that the key opens. */
  readonly pages: readonly string[];
}
