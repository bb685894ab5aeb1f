/** What links are looked up in, kept beside a garden so that edits of a few notes can be followed. */
import type { Suggestions } from '../../edit-distance.ts';
import { type Garden, type Policy, servedNotes } from '../../garden.ts';
import type { Note } from '../../note.ts';
import { withCategories } from '../address/former/categories.ts';
import type { Ghosts } from '../link/ghosts.ts';
import { type Found, findLink, type Indexes } from '../lookup/find.ts';
import type { KnownNote } from '../lookup/known-note.ts';

export interface GardenLookup {
  readonly indexes: Indexes;
  readonly ghosts: Ghosts;
  /** Keys of the garden's tags. */
  readonly tags: ReadonlySet<string>;
  readonly suggestions: Suggestions;
  /** Notes that were edited since the indexes were made, by path. */
  readonly edited: ReadonlyMap<string, KnownNote>;
  /** Ids of the notes of which another note names a heading or block, whether it is there or not. */
  readonly anchored: ReadonlySet<string>;
}

/** A note as it is in a garden of this policy: with its categories as tags, and in a language. */
export function gardenNote(note: Note, policy: Policy): Note {
  return withCategories(withLanguage(note, policy), policy);
}

/** An empty note, or one of numbers alone, has no language of its own: it gets the site's. */
function withLanguage(note: Note, { lang }: Policy): Note {
  return note.lang === '' ? { ...note, lang } : note;
}

/** What a name in `note` leads to, with the notes as they are after the edits. */
export function findEdited(
  link: Note['links'][number],
  note: Note,
  { indexes, edited }: Pick<GardenLookup, 'indexes' | 'edited'>,
): Found {
  const found = findLink(link, note, indexes);
  if (!('known' in found)) return found;
  const known = edited.get(found.known.note.path);
  return known === undefined ? found : { ...found, known };
}

/** Ids of the notes of which other notes of a garden name headings or blocks. */
export function anchoredIds(garden: Pick<Garden, 'notes' | 'unlisted'>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id, note, targets } of servedNotes(garden as Garden)) {
    for (const [index, target] of targets.entries()) {
      const isAnchored = target.kind === 'note' && target.id !== id;
      if (isAnchored && note.links[index]?.anchor) ids.add(target.id);
    }
  }
  return ids;
}
