/** What a picture says: everything that it shows, and nothing else, so that it can be its key. */
import type { NotePage } from '../../../garden/page.ts';
import type { NearGraph } from './near-graph.ts';

export interface Card {
  /** Title of the garden, in small. */
  readonly garden: string;
  /** The text above the title: the folders around a note, the weekday of a journal. */
  readonly crumbs: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly lang: string;
  readonly graph: NearGraph;
}

/** What a note's own page says; the graph needs the whole garden. */
export type CardWords = Omit<Card, 'graph'>;

/** The words of the site that pictures show. */
export interface SiteWords {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** The owner's styles, whose colours take the place of the garden's own. */
  readonly styles?: string;
}

/** As many tags as one line may hold; long ones leave room for fewer. */
const mostTags = 5;

/** The picture of a note, from its record: what is private is not in there. */
export function noteCard(page: NotePage, site: SiteWords): CardWords {
  const { title, description, lang, journal } = page;
  const above = page.ancestors.map((ancestor) => ancestor.title);
  // The title of a page in a namespace repeats what the crumbs say.
  const namespace = above.map((name) => `${name}/`).join('');
  return {
    garden: site.title,
    crumbs: journal === null ? above : [weekday(journal, lang)],
    title: title.startsWith(namespace) ? title.slice(namespace.length) : title,
    description,
    tags: page.tags.slice(0, mostTags).map((tag) => tag.title),
    lang,
  };
}

/** The picture of the garden as a whole. */
export function siteCard(site: SiteWords, graph: NearGraph): Card {
  const { title, description, lang } = site;
  return { garden: '', crumbs: [], title, description, tags: [], lang, graph };
}

function weekday(date: string, lang: string): string {
  const format = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
