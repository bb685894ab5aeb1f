/** Tag pages: every tag of a published note, and the tags above it. */
import { compareText } from '../../diagnostic.ts';
import type { TagPage, Target } from '../../garden.ts';
import type { Note } from '../../note.ts';
import { tagKey, tagName } from '../../tag-key.ts';
import { AddressBook } from '../address/address-book.ts';
import { slugOf } from '../address/slug.ts';
import { folderOf } from '../lookup/name-key.ts';

export interface TaggedNote {
  readonly id: string;
  readonly note: Note;
  /** Parallel to the note's links: a link to a tag lists its note on the tag's page. */
  readonly targets: readonly Target[];
}

/** Keys of all tags of the notes, and of the tags above them. */
export function tagKeys(notes: readonly { readonly note: Note }[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { note } of notes) {
    for (const tag of note.tags) {
      for (let key = tagKey(tag); key !== ''; key = folderOf(key)) keys.add(key);
    }
  }
  return keys;
}

interface Level {
  name: string;
  /** Whether a note has exactly this tag in this spelling; a parent's may come from its child. */
  isWritten: boolean;
  readonly notes: Map<string, string>;
  readonly below: Set<string>;
  readonly children: Set<string>;
}

/** Tags by key, in order of key. `notes` are in order of path: the first spelling of a tag is kept. */
export function collectTags(notes: readonly TaggedNote[]): ReadonlyMap<string, TagPage> {
  const levels = new Map<string, Level>();
  for (const { id, note } of notes) {
    for (const tag of note.tags) {
      const name = tagName(tag);
      if (name === '') continue;
      levelOf(levels, name, true).notes.set(id, note.title);
      addAbove(levels, name, id);
    }
  }
  for (const { id, note, targets } of notes) {
    for (const [index, target] of targets.entries()) {
      if (target.kind !== 'tag' || note.links[index]?.uncounted) continue;
      levels.get(target.tag)?.notes.set(id, note.title);
    }
  }
  const book = new AddressBook();
  const keys = [...levels.keys()].sort(compareText);
  return new Map(keys.map((key) => [key, tagPage(levels.get(key), key, book)]));
}

function addAbove(levels: Map<string, Level>, name: string, id: string): void {
  let child = name;
  levelOf(levels, child, false).below.add(id);
  for (let parent = folderOf(name); parent !== ''; parent = folderOf(parent)) {
    const level = levelOf(levels, parent, false);
    level.below.add(id);
    level.children.add(tagKey(child));
    child = parent;
  }
}

function levelOf(levels: Map<string, Level>, name: string, isWritten: boolean): Level {
  const key = tagKey(name);
  const known = levels.get(key);
  if (!known) {
    const level = {
      name,
      isWritten,
      notes: new Map(),
      below: new Set<string>(),
      children: new Set<string>(),
    };
    levels.set(key, level);
    return level;
  }
  if (isWritten && !known.isWritten) Object.assign(known, { name, isWritten });
  return known;
}

function tagPage(level: Level | undefined, key: string, book: AddressBook): TagPage {
  const byTitle = [...(level?.notes ?? [])].sort(
    ([idA, a], [idB, b]) => compareText(a, b) || compareText(idA, idB),
  );
  return {
    name: level?.name ?? key,
    permalink: `/tags/${book.take(slugOf(key), key, true)}/`,
    notes: byTitle.map(([id]) => id),
    children: [...(level?.children ?? [])].sort(compareText),
    count: level?.below.size ?? 0,
  };
}
