/** What an import is told: its settings, its folders, and how it runs. */
import type { SiteWords } from '../draw/social/card/card.ts';
import type { Policy } from '../garden/garden.ts';
import type { EarlyReader } from './early-reader.ts';
import type { PluginSettings } from './plugins/load-plugins.ts';

export interface ImportSettings {
  readonly policy: Policy;
  /**
   * Whether the records of deleted pages stay on disk: a running development server may still read
   * them until it has loaded the new index.
   */
  readonly keepGone?: boolean;
  /** The owner's plugins besides those in their folder; none are loaded when left out. */
  readonly plugins?: PluginSettings;
  /** Whether MDX notes may run as code while the site is built. Off when left out. */
  readonly mdx?: boolean;
  /** Whether smaller copies of pictures are made. Off when left out. */
  readonly thumbnails?: boolean;
  /** Whether copies of pictures keep what cameras and editors write into them. Off when left out. */
  readonly keepPictureMetadata?: boolean;
  /** Whether pictures of other hosts are fetched and kept with the site. Off when left out. */
  readonly keepRemotePictures?: boolean;
  /** How many related notes a page lists, at most. None when left out. */
  readonly related?: number;
  /** Whether pages list the days of the notes' git history. Off when left out. */
  readonly showHistory?: boolean;
  /** Where the passwords of locked notes are (see `passwordVariable`). No note is locked without it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Words on the social images; none are drawn when left out. */
  readonly socialImages?: SiteWords | undefined;
}

/** How an import runs. */
export interface RunOptions {
  /** May read records of pages before the import ends. */
  readonly early?: EarlyReader;
  /** Ends the import between its stages, as long as it has not begun to write. */
  readonly signal?: AbortSignal;
}

export interface ImportFolders {
  readonly notes: string;
  readonly out: string;
  /** Caches between runs. */
  readonly cache: string;
}
