/** Looks up the names in queries among published pages. */
import { type Garden, type Target, wholeOf } from '../../garden.ts';
import type { Note } from '../../note.ts';
import { tagKey } from '../../tag-key.ts';
import { FileIndex } from '../lookup/file-index.ts';
import { type KnownNote, knownNote } from '../lookup/known-note.ts';
import { NameIndex } from '../lookup/name-index.ts';
import { joinPath, nameKey, withoutNoteExtension } from '../lookup/name-key.ts';

/** The note, ghost or tag of a name. */
export interface Referent {
  readonly id: string | null;
  readonly tag: string;
}

interface PublicNames {
  readonly names: NameIndex;
  readonly files: FileIndex<KnownNote>;
  readonly ghosts: ReadonlyMap<string, string>;
}

// A garden is immutable, and its pages contain many queries.
const known = new WeakMap<Garden, PublicNames>();

/** The published note or ghost, and the tag, called `name` in the note `from`; '' is `from` itself. */
export function referentOf(garden: Garden, name: string, from: Note | undefined): Referent {
  if (name === '') return { id: idOf(wholeOf(garden), from), tag: '' };
  const { names, files, ghosts } = publicNames(wholeOf(garden));
  const vault = from?.vault ?? '';
  const place = { path: from?.path ?? '', vault };
  const file =
    from?.dialect === 'obsidian'
      ? files.find(withoutNoteExtension(name), place, false)?.found
      : null;
  const note = file ?? names.anywhere(vault, name)?.found;
  const date = names.journalDate(vault, name);
  const ghost = ghosts.get(date === null ? nameKey(name) : `journals/${date}`);
  return { id: note?.id ?? ghost ?? null, tag: tagKey(name) };
}

function idOf(garden: Garden, note: Note | undefined): string | null {
  for (const entry of garden.notes.values()) if (entry.note.path === note?.path) return entry.id;
  return null;
}

/** Whether a target is the page itself, or in a namespace something below it. */
export function leadsTo(garden: Garden, target: Target, { id, tag }: Referent): boolean {
  if (target.kind === 'tag') return target.tag === tag;
  if (id === null || (target.kind !== 'note' && target.kind !== 'ghost')) return false;
  if (target.id === id) return true;
  const entry = garden.notes.get(target.id) ?? garden.ghosts.get(target.id);
  const isNamespace =
    entry !== undefined && !('note' in entry && entry.note.dialect === 'obsidian');
  return isNamespace && entry.ancestors.some((ancestor) => ancestor.id === id);
}

function publicNames(garden: Garden): PublicNames {
  const indexed = known.get(garden);
  if (indexed) return indexed;
  const notes = [...garden.notes.values()].map(({ note, id }) => knownNote(note, id));
  const files = new FileIndex<KnownNote>();
  for (const each of notes) {
    files.add(each, joinPath(each.note.vault, each.file) ?? each.file, each.note.vault);
  }
  const ghosts = new Map(
    [...garden.ghosts.values()].flatMap(({ title, id }): [string, string][] => [
      [nameKey(title), id],
      ...(id.startsWith('journals/') ? [[id, id] as [string, string]] : []),
    ]),
  );
  const names = { names: new NameIndex(notes, garden.vaults), files, ghosts };
  known.set(garden, names);
  return names;
}
