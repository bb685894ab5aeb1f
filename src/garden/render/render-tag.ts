/** Renders the page of a tag: its notes and the tags below it. */
import type { Garden, TagPage } from '../garden.ts';
import type { ListedNote, PageLink, TagPageRecord } from '../page.ts';
import type { Descriptions } from './render-site.ts';

/** The page of the tag with this key in `garden.tags`. */
export function renderTag(garden: Garden, key: string, descriptions: Descriptions): TagPageRecord {
  const tag = garden.tags.get(key);
  if (tag === undefined) throw new Error(`No tag ${key} is in the garden.`);
  return {
    id: tag.permalink.replace(/^\/|\/$/g, ''),
    kind: 'tag',
    name: tag.name,
    permalink: tag.permalink,
    title: `#${tag.name}`,
    ancestors: tagsAbove(garden, key).map(asLink),
    notes: tag.notes.flatMap((id) => listedNote(garden, id, descriptions)),
    children: tag.children
      .map((child) => garden.tags.get(child))
      .filter((child) => child !== undefined)
      .map((child) => ({ ...asLink(child), count: child.count })),
    count: tag.count,
  };
}

/** The tags above a nested one, outermost first. */
function tagsAbove(garden: Garden, key: string): TagPage[] {
  const parts = key.split('/');
  const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
  return above.map((name) => garden.tags.get(name)).filter((tag) => tag !== undefined);
}

function listedNote(garden: Garden, id: string, descriptions: Descriptions): ListedNote[] {
  const entry = garden.notes.get(id);
  if (entry === undefined) return [];
  const { title, lang } = entry.note;
  return [{ title, permalink: entry.permalink, lang, description: descriptions.get(id) ?? '' }];
}

function asLink(tag: TagPage): PageLink {
  return { title: tag.name, permalink: tag.permalink };
}
