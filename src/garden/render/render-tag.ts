/** A tag's page: the notes that bear it and the tags below it. */
import type { Garden, TagPage } from '../garden.ts';
import type { PageLink, TagPageRecord } from '../page.ts';
import { pageLinks } from './page/page-links.ts';

/** The page of the tag with this key in `garden.tags`. */
export function renderTag(garden: Garden, key: string): TagPageRecord {
  const tag = garden.tags.get(key);
  if (tag === undefined) throw new Error(`No tag ${key} is in the garden.`);
  return {
    id: tag.permalink.replace(/^\/|\/$/g, ''),
    kind: 'tag',
    name: tag.name,
    permalink: tag.permalink,
    title: `#${tag.name}`,
    ancestors: tagsAbove(garden, key).map(asLink),
    notes: pageLinks(garden, tag.notes),
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

function asLink(tag: TagPage): PageLink {
  return { title: tag.name, permalink: tag.permalink };
}
