/** Gives every published note a readable, stable and unique address. */
import { compareText, type Diagnostic } from '../../diagnostic.ts';
import type { FormerTool } from '../../former-tool.ts';
import type { Policy } from '../../garden.ts';
import type { Note } from '../../note.ts';
import { folderOf, lastSegment } from '../lookup/name-key.ts';
import type { AddressBook } from './address-book.ts';
import { fixedSlugOf, slugLoss, slugOf } from './slug.ts';

export interface Addresses {
  /** Id by path of the note. */
  readonly ids: ReadonlyMap<string, string>;
  /** 'slug-collision' at each note whose preferred address is taken. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes an address for each of `notes` (sorted by path) out of `book`: the author's `permalink`,
 * a journal's date, else the slug of its name. Folder notes (`X/X`) and `X/index` of Obsidian take
 * the folder's address where it is free. Fixed addresses come first. Then notes take theirs in the order of
 * the days on which they were created, those without a date last: a new note never takes the address of
 * an older one, nor its number.
 */
export function assignAddresses(
  notes: readonly Note[],
  book: AddressBook,
  policy: Policy,
): Addresses {
  const ids = new Map<string, string>();
  const days = Map.groupBy(notes, (note) => (note.permalink ? '' : dayOf(note)));
  const diagnostics = [...days]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, sameDay]) => assignTogether(sameDay, book, ids, policy));
  return { ids, diagnostics };
}

/** ISO day on which the note was created; later than all days where that is unknown. */
function dayOf({ created }: Note): string {
  return created === '' ? 'unknown' : created.slice(0, 10);
}

/**
 * Takes addresses for notes of one day. Plain names come before folders; of names with one slug, the one
 * that is the slug comes before those of which it leaves signs out; numbers are given when every other
 * note has its address.
 */
function assignTogether(
  notes: readonly Note[],
  book: AddressBook,
  ids: Map<string, string>,
  policy: Policy,
): Diagnostic[] {
  const displaced: Note[] = [];
  const ordered = notes
    .map((note) => ({ note, priority: priorityOf(note), loss: slugLoss(note.name) }))
    .sort((a, b) => a.priority - b.priority || a.loss - b.loss);
  for (const { note } of ordered) {
    const id = book.takeFirst(preferredAddresses(note, policy), note.path, isDated(note));
    if (id === null) displaced.push(note);
    else ids.set(note.path, id);
  }
  return displaced.flatMap((note) => {
    const preferred = preferredAddresses(note, policy).at(-1) ?? '';
    const owner = book.ownerOf(preferred);
    ids.set(note.path, book.takeNumbered(preferred, note.path, isDated(note)));
    return collision(note, preferred, owner);
  });
}

/** The address derived from the note's name alone. */
export function ownAddress(note: Note, policy: Policy): string {
  if (note.journal !== null) return `journals/${note.journal}`;
  // The folder of posts of Jekyll and Hexo: hosts of static files may keep back what begins with “_”.
  const name = note.dialect === 'obsidian' ? note.name.replace(/^_posts\//u, 'posts/') : note.name;
  return slugFor(note, policy)(name);
}

/** Programs whose addresses have the capitals of the files' names. */
const casedTools: readonly FormerTool[] = ['quartz', 'obsidian-publish'];

/** A page cannot redirect to another one that differs only in case: former capitals are kept. */
export function slugFor({ dialect }: Note, { movedFrom = [] }: Policy): (name: string) => string {
  const isCased = dialect === 'obsidian' && casedTools.some((tool) => movedFrom.includes(tool));
  return isCased ? fixedSlugOf : slugOf;
}

/** Whether the note has the address of its day, which the site reserves for journals. */
function isDated(note: Note): boolean {
  return !note.permalink && note.journal !== null;
}

function priorityOf(note: Note): number {
  if (note.permalink || note.journal !== null) return 0;
  if (opensFolder(note)) return isFolderNote(note.name) ? 2 : 3;
  return 1;
}

/** Preferred addresses, the best first; the last one may get a number. */
function preferredAddresses(note: Note, policy: Policy): string[] {
  if (note.permalink) return [fixedSlugOf(note.permalink)];
  const own = ownAddress(note, policy);
  if (note.journal !== null || !opensFolder(note)) return [own];
  const folder = folderOf(note.name);
  return folder === '' ? ['home'] : [slugFor(note, policy)(folder), own];
}

/** In Logseq 'a/a' is a page in the namespace 'a', which may have a page of its own. */
function opensFolder({ dialect, name }: Note): boolean {
  if (folderOf(name) === '') return isIndexNote(name);
  return dialect === 'obsidian' && (isFolderNote(name) || isIndexNote(name));
}

/** Whether a note has its folder's name: 'Papers/Papers'. */
export function isFolderNote(name: string): boolean {
  const folder = folderOf(name);
  return folder !== '' && slugOf(lastSegment(folder)) === slugOf(lastSegment(name));
}

/** Whether a note is the index of its folder. */
export function isIndexNote(name: string): boolean {
  return /^_?index$/i.test(lastSegment(name));
}

function collision(note: Note, preferred: string, owner: string): Diagnostic[] {
  // A folder named like one of the site's would repeat this for each of its notes.
  if (owner === '' && preferred.includes('/')) return [];
  const whose = owner === '' ? 'the site itself' : `“${owner}”`;
  return [
    {
      code: 'slug-collision',
      path: note.path,
      line: 1,
      column: 1,
      message: `The address /${preferred}/ belongs to ${whose}, so this note gets a number.`,
      hint: 'Give one of them a `permalink` property.',
    },
  ];
}
