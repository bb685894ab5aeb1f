/** The one file that the garden's owner edits: words, languages, publishing policy. */
import type { Policy } from '../garden/garden.ts';

export interface SiteSettings {
  readonly title: string;
  readonly description: string;
  readonly author: string;
  /** Where the site is served, without a trailing slash; used for feeds, sitemap and canonical links. */
  readonly url: string;
  /** '/' or a sub-path such as '/garden/' for project pages. */
  readonly base: string;
  /** Language of the site's own words where a note does not tell: 'en' or 'zh'. */
  readonly lang: 'en' | 'zh';
  readonly publish: Policy['publish'];
  readonly collapsed: Policy['collapsed'];
  readonly embedDepth: number;
  /** Name of the note that opens the site; '' leaves it to the vaults and to notes called “Home”. */
  readonly home: string;
  /** Whether a picture of each page is drawn for sites that link to it. On when left out. */
  readonly socialImages?: boolean;
  /** Whether browsers keep what was read, for reading without a network. Off when left out. */
  readonly offline?: boolean;
  /** Comments below each note by giscus.app: the values that its page gives. None when left out. */
  readonly giscus?: {
    readonly repo: string;
    readonly repoId: string;
    readonly category: string;
    readonly categoryId: string;
  };
  /** A script that counts visits, with the attributes it wants. None when left out. */
  readonly analytics?: {
    readonly src: string;
    readonly attributes: Readonly<Record<string, string>>;
  };
}

export const site: SiteSettings = {
  title: 'Distributed Garden',
  description: 'Notes on distributed systems: how they work, how they fail, how they connect.',
  author: 'The gardener',
  url: 'https://garden.example',
  base: '/',
  lang: 'en',
  publish: 'vault',
  collapsed: 2,
  embedDepth: 5,
  home: 'Home',
};
