/** Links between pages as stored in the records: title and address. */
import type { Ancestor, Garden, GardenNote } from '../../garden.ts';
import type { NotePage, PageLink } from '../../page.ts';
import { tagKey } from '../../tag-key.ts';
import { addressOf, isExternal, isMediaAddress } from '../address.ts';

/** The page with this id, a note or a ghost; null where there is none. */
export function pageLink(garden: Garden, id: string): PageLink | null {
  const entry = garden.notes.get(id);
  if (entry !== undefined) return { title: entry.note.title, permalink: entry.permalink };
  const ghost = garden.ghosts.get(id);
  return ghost === undefined ? null : { title: ghost.title, permalink: ghost.permalink };
}

/** The pages with these ids, without those that do not exist. */
export function pageLinks(garden: Garden, ids: readonly string[]): PageLink[] {
  return ids.map((id) => pageLink(garden, id)).filter((link) => link !== null);
}

/** The pages above, outermost first, with an address where there is one. */
export function ancestorLinks(
  garden: Garden,
  ancestors: readonly Ancestor[],
): { title: string; permalink: string | null }[] {
  return ancestors.map(({ title, id, tag }) => ({
    title,
    permalink: (id === null ? garden.tags.get(tag ?? '') : pageLink(garden, id))?.permalink ?? null,
  }));
}

/** The tag pages of these tags, in order; each once. */
export function tagLinks(garden: Garden, tags: readonly string[]): PageLink[] {
  const links = tags.map((tag) => {
    const page = garden.tags.get(tagKey(tag));
    return page === undefined ? null : { title: tag, permalink: page.permalink };
  });
  return links.filter((link) => link !== null);
}

/** Address, with the base, of the image that represents a note; '' where it has none. */
export function imageAddress(garden: Garden, { note, image }: GardenNote): string {
  if (isExternal(note.image)) return isFetched(note.image) ? note.image : '';
  const served = image === undefined ? undefined : garden.assets.get(image);
  return served === undefined ? '' : addressOf(garden, served.permalink);
}

/** A property may contain any text that begins like an address. */
function isFetched(url: string): boolean {
  return isMediaAddress(url) && URL.canParse(url, 'https://garden.example');
}

/** The note's translations, with their languages. */
export function translationLinks(
  garden: Garden,
  { translations = [] }: GardenNote,
): NotePage['translations'] {
  return translations.flatMap((id) => {
    const entry = garden.notes.get(id);
    if (entry === undefined) return [];
    return [{ title: entry.note.title, permalink: entry.permalink, lang: entry.note.lang }];
  });
}
