/** Who has a tag: its notes with the blocks that bear it, and the tags below it. */
import type { Garden, GardenNote, TagPage } from '../../garden.ts';
import type { BacklinkGroup, CountedTag, NotePage, TaggedNote } from '../../page.ts';
import { tagKey } from '../../tag-key.ts';
import { publicContext } from '../privacy.ts';

type Context = BacklinkGroup['contexts'][number];

/** The notes of a tag in its order, each with the blocks or sentences that have the tag. */
export function taggedNotes(
  garden: Garden,
  key: string,
  { notes }: TagPage,
  descriptionOf: (id: string) => string,
): TaggedNote[] {
  return notes.flatMap((id) => {
    const entry = garden.notes.get(id);
    if (entry === undefined) return [];
    const { title, lang } = entry.note;
    const contexts = contextsOf(garden, entry, key);
    return [{ title, permalink: entry.permalink, lang, description: descriptionOf(id), contexts }];
  });
}

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
    const linked = new Set(entry.backlinks.map(({ from }) => garden.notes.get(from)?.permalink));
    const notes = isPage ? taggedNotes(garden, key, tag, () => '') : [];
    return {
      title: tag.name,
      permalink: tag.permalink,
      count: tag.count,
      notes: notes.filter(({ permalink }) => !linked.has(permalink)),
      children: isPage ? tagsBelow(garden, tag) : [],
    };
  }
  return null;
}

/** Each context once, without those that say nothing but the tag, such as a property's value. */
function contextsOf(garden: Garden, entry: GardenNote, key: string): Context[] {
  const found = new Map<string, Context>();
  entry.targets.forEach((target, index) => {
    const link = entry.note.links[index];
    if (target.kind !== 'tag' || target.tag !== key || !link || link.uncounted) return;
    const { before, text, after, fragment } = publicContext(garden, entry, link.context);
    const words = `${before}${text}${after}`.trim();
    if (words === '' || tagKey(words.replace(/^#/, '')) === key) return;
    if (!found.has(words)) found.set(words, { before, text, after, fragment });
  });
  return [...found.values()];
}
