/** Gives every published note its address: readable, stable, its own. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Note } from '../../note.ts';
import { folderOf, lastSegment } from '../lookup/name-key.ts';
import type { AddressBook } from './address-book.ts';
import { casedSlugOf, slugOf } from './slug.ts';

export interface Addresses {
  /** Id by path of the note. */
  readonly ids: ReadonlyMap<string, string>;
  /** 'slug-collision' at each note that could not have the address of its name. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes an address for each of `notes` (sorted by path) out of `book`: the author's `permalink`,
 * a journal's date, else the slug of its name. Folder notes (`X/X`) and `X/index` take the folder's
 * address where it is free. Fixed addresses come first, then plain names, then folders.
 */
export function assignAddresses(notes: readonly Note[], book: AddressBook): Addresses {
  const ids = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const inTurn = notes
    .map((note) => ({ note, turn: turnOf(note) }))
    .sort((a, b) => a.turn - b.turn);
  for (const { note } of inTurn) {
    const wishes = wishesOf(note);
    const owners = wishes.map((wish) => book.ownerOf(wish));
    const isDated = note.permalink === null && note.journal !== null;
    const id = isDated
      ? book.takeReserved(wishes[0] ?? '', note.path)
      : book.take(wishes, note.path);
    ids.set(note.path, id);
    if (!wishes.includes(id)) diagnostics.push(...collision(note, wishes.at(-1) ?? '', owners));
  }
  return { ids, diagnostics };
}

/** The address that a note would have by its name alone. */
export function ownAddress(note: Note): string {
  return note.journal === null ? slugOf(note.name) : `journals/${note.journal}`;
}

function turnOf(note: Note): number {
  if (note.permalink) return 0;
  if (note.journal !== null) return 1;
  return isFolderNote(note.name) ? 3 : isIndexNote(note.name) ? 4 : 2;
}

/** Addresses in the order in which the note would like them; the last one may get a number. */
function wishesOf(note: Note): string[] {
  const own = ownAddress(note);
  if (note.permalink) return [casedSlugOf(note.permalink)];
  if (note.journal !== null) return [own];
  if (!isFolderNote(note.name) && !isIndexNote(note.name)) return [own];
  const folder = folderOf(note.name);
  return folder === '' ? ['home', own] : [slugOf(folder), own];
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

function collision(note: Note, wish: string, owners: readonly string[]): Diagnostic[] {
  const owner = owners.at(-1) ?? '';
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
