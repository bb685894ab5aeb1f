/** Renders the page of a tag: its notes and the tags below it. */
import type { Garden, TagPage } from '../garden.ts';
import type { PageLink, TagPageRecord } from '../page.ts';
import { pageLink, pageLinks } from './page/page-links.ts';
import { taggedGroups } from './page/references.ts';
import { tagsBelow } from './page/tagged.ts';

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
    notes: taggedGroups(garden, key, tag.notes),
    children: tagsBelow(garden, tag),
    count: tag.count,
    pages: pageLinks(garden, tag.pages),
    note: tag.note === null ? null : pageLink(garden, tag.note),
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
