/** Gives every published note its address: readable, stable, its own. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Note } from '../../note.ts';
import { folderOf, lastSegment } from '../lookup/name-key.ts';
import type { AddressBook } from './address-book.ts';
import { fixedSlugOf, slugOf } from './slug.ts';

export interface Addresses {
  /** Id by path of the note. */
  readonly ids: ReadonlyMap<string, string>;
  /** 'slug-collision' at each note that could not have the address of its name. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes an address for each of `notes` (sorted by path) out of `book`: the author's `permalink`,
 * a journal's date, else the slug of its name. Folder notes (`X/X`) and `X/index` of Obsidian take
 * the folder's address where it is free. Fixed addresses come first, then plain names, then folders;
 * numbers are given when every other note has its address.
 */
export function assignAddresses(notes: readonly Note[], book: AddressBook): Addresses {
  const ids = new Map<string, string>();
  const crowded: Note[] = [];
  const inTurn = notes.map((note) => ({ note, turn: turnOf(note) }));
  for (const { note } of inTurn.sort((a, b) => a.turn - b.turn)) {
    const id = book.takeFirst(wishesOf(note), note.path, isDated(note));
    if (id === null) crowded.push(note);
    else ids.set(note.path, id);
  }
  const diagnostics = crowded.flatMap((note) => {
    const wish = wishesOf(note).at(-1) ?? '';
    const owner = book.ownerOf(wish);
    ids.set(note.path, book.takeNumbered(wish, note.path, isDated(note)));
    return collision(note, wish, owner);
  });
  return { ids, diagnostics };
}

/** The address that a note would have by its name alone. */
export function ownAddress(note: Note): string {
  return note.journal === null ? slugOf(note.name) : `journals/${note.journal}`;
}

/** Whether the site keeps an address for the note's day. */
function isDated(note: Note): boolean {
  return !note.permalink && note.journal !== null;
}

function turnOf(note: Note): number {
  if (note.permalink) return 0;
  if (note.journal !== null) return 1;
  if (opensFolder(note)) return isFolderNote(note.name) ? 3 : 4;
  return 2;
}

/** Addresses in the order in which the note would like them; the last one may get a number. */
function wishesOf(note: Note): string[] {
  if (note.permalink) return [fixedSlugOf(note.permalink)];
  const own = ownAddress(note);
  if (note.journal !== null || !opensFolder(note)) return [own];
  const folder = folderOf(note.name);
  return folder === '' ? ['home'] : [slugOf(folder), own];
}

/** In Logseq 'a/a' is a page in the namespace 'a', which may have a page of its own. */
function opensFolder({ dialect, name }: Note): boolean {
  if (folderOf(name) === '') return isIndexNote(name);
  return dialect === 'obsidian' && (isFolderNote(name) || isIndexNote(name));
}

/** Whether a note bears its folder's name: 'Papers/Papers'. */
export function isFolderNote(name: string): boolean {
  const folder = folderOf(name);
  return folder !== '' && slugOf(lastSegment(folder)) === slugOf(lastSegment(name));
}

/** Whether a note is what a folder opens with. */
export function isIndexNote(name: string): boolean {
  return /^_?index$/i.test(lastSegment(name));
}

function collision(note: Note, wish: string, owner: string): Diagnostic[] {
  // Every note in a folder named like one of the site's would say the same: the address is not far.
  if (owner === '' && wish.includes('/')) return [];
  const whose = owner === '' ? 'the site itself' : `“${owner}”`;
  return [
    {
      code: 'slug-collision',
      path: note.path,
      line: 1,
      column: 1,
      message: `The address /${wish}/ belongs to ${whose}, so this note gets a number.`,
      hint: 'Give one of them a `permalink` property.',
    },
  ];
}
