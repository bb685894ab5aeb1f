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
  const days = journalKeys(notes);
  const keys = new Set<string>();
  for (const { note } of notes) {
    for (const tag of note.tags) {
      const own = tagKey(tag);
      keys.add(own);
      if (days.has(own)) continue;
      for (let key = folderOf(own); key !== ''; key = folderOf(key)) keys.add(key);
    }
  }
  return keys;
}

/** Keys of tags that are days: a '/' in a day's title separates nothing. */
function journalKeys(notes: readonly { readonly note: Note }[]): ReadonlySet<string> {
  return new Set(notes.filter(isLogseqJournal).map(({ note }) => tagKey(note.name)));
}

/** In Obsidian a tag that looks like a date is no daily note. */
function isLogseqJournal({ note }: { readonly note: Note }): boolean {
  return note.journal !== null && note.dialect === 'logseq';
}

interface Level {
  name: string;
  /** Whether a note of a Logseq graph has this tag: there a tag is a page. */
  isPage: boolean;
  /** Whether a note has exactly this tag in this spelling; a parent's may come from its child. */
  isWritten: boolean;
  readonly notes: Map<string, Note>;
  readonly below: Set<string>;
  readonly children: Set<string>;
}

/**
 * Tags by key, in order of key. `notes` are in order of path: the first spelling of a tag is kept. `pages`
 * are the ids of pages in a namespace that only a tag is named like, by the tag's key.
 */
export function collectTags(
  notes: readonly TaggedNote[],
  pages: ReadonlyMap<string, readonly string[]> = new Map(),
): ReadonlyMap<string, TagPage> {
  const levels = new Map<string, Level>();
  const days = journalKeys(notes);
  for (const { id, note } of notes) {
    for (const name of note.tags.map(tagName).filter((tag) => tag !== '')) {
      addTag(levels, name, id, note);
      if (!days.has(tagKey(name))) addAbove(levels, name, id);
    }
  }
  for (const { id, note, targets } of notes) {
    for (const [index, target] of targets.entries()) {
      if (target.kind !== 'tag' || note.links[index]?.uncounted) continue;
      levels.get(target.tag)?.notes.set(id, note);
    }
  }
  const book = new AddressBook();
  const named = notesByName(notes);
  const sorted = [...levels].sort(([a], [b]) => compareText(a, b));
  return new Map(
    sorted.map(([key, level]) => {
      const address = `/tags/${book.take(slugOf(key), key, true)}/`;
      return [key, tagPage(level, address, named.get(key), pages.get(key) ?? [])];
    }),
  );
}

/** Notes by what a tag of their name would be; a name goes before an alias, then the first path. */
function notesByName(notes: readonly TaggedNote[]): ReadonlyMap<string, TaggedNote> {
  const written = notes.filter((known) => known.note.journal === null || isLogseqJournal(known));
  const names = [
    ...written.map((known) => [tagKey(known.note.name), known] as const),
    ...written.flatMap((known) =>
      known.note.aliases.map((alias) => [tagKey(alias), known] as const),
    ),
  ];
  return new Map(names.filter(([key]) => key !== '').reverse());
}

function addTag(levels: Map<string, Level>, name: string, id: string, note: Note): void {
  const level = levelOf(levels, name, true);
  level.notes.set(id, note);
  level.below.add(id);
  if (note.dialect === 'logseq') level.isPage = true;
}

function addAbove(levels: Map<string, Level>, name: string, id: string): void {
  let child = name;
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
      isPage: false,
      notes: new Map<string, Note>(),
      below: new Set<string>(),
      children: new Set<string>(),
    };
    levels.set(key, level);
    return level;
  }
  if (isWritten && !known.isWritten) Object.assign(known, { name, isWritten });
  return known;
}

function tagPage(
  level: Level,
  address: string,
  named: TaggedNote | undefined,
  pages: readonly string[],
): TagPage {
  const isPage = level.isPage && named?.note.dialect === 'logseq';
  return {
    name: level.name,
    permalink: isPage ? `/${named.id}/` : address,
    notes: [...level.notes].sort(byDayThenTitle).map(([id]) => id),
    children: [...level.children].sort(compareText),
    count: level.below.size,
    pages,
    note: named?.id ?? null,
    redirect: isPage ? address : '',
  };
}

/** Journals first, the newest before the others; notes by title. */
function byDayThenTitle([idA, a]: [string, Note], [idB, b]: [string, Note]): number {
  return (
    compareText(b.journal ?? '', a.journal ?? '') ||
    compareText(a.title, b.title) ||
    compareText(idA, idB)
  );
}
