/** A tag's page: its notes and the tags below it. */
import type { Garden, GardenNote, TagPage } from '../../garden.ts';
import type { CountedTag, NotePage } from '../../page.ts';
import { tagKey } from '../../tag-key.ts';
import { taggedGroups } from './references.ts';

/** The tags one level below. */
export function tagsBelow(garden: Garden, { children }: TagPage): CountedTag[] {
  return children
    .map((child) => garden.tags.get(child))
    .filter((child) => child !== undefined)
    .map(({ name, permalink, count }) => ({ title: name, permalink, count }));
}

/**
 * The tag with a note's name. Where the note is the tag's page, it lists who has the tag, but for notes
 * whose blocks are among its backlinks.
 */
export function tagOfNote(garden: Garden, entry: GardenNote): NotePage['tag'] {
  const { name, aliases } = entry.note;
  for (const key of new Set([name, ...aliases].map(tagKey))) {
    const tag = garden.tags.get(key);
    if (tag?.note !== entry.id) continue;
    const isPage = tag.redirect !== '';
    const linked = new Set(entry.backlinks.map(({ from }) => from));
    const notes = isPage ? taggedGroups(garden, key, tag.notes) : [];
    return {
      title: tag.name,
      permalink: tag.permalink,
      count: tag.count,
      notes: notes.filter(({ id }) => !linked.has(id)),
      children: isPage ? tagsBelow(garden, tag) : [],
    };
  }
  return null;
}
