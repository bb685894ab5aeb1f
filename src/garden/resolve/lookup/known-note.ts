/** A note as links refer to it: with its id if it is published. */
import type { Note } from '../../note.ts';
import type { Access } from '../../publishing.ts';
import { pathIn, withoutNoteExtension } from './name-key.ts';

export interface KnownNote {
  readonly note: Note;
  /** Id in the garden, or null where the note is not published, or is in no list. */
  readonly id: string | null;
  /** Address and access of a published note that is in no list. */
  readonly unlisted?: { readonly id: string; readonly access: Access };
  /** Path in its vault without `.md`, as Obsidian's links write it. */
  readonly file: string;
}

/** A published note that is in all lists. */
export interface PublicNote extends KnownNote {
  readonly id: string;
}

/** Whether a note is published and in all lists. */
export function isPublic(known: KnownNote): known is PublicNote {
  return known.id !== null;
}

/** The note with the values that lookups need. One with `access` is in no list. */
export function knownNote(note: Note, id: string | null, access?: Access): KnownNote {
  const file = withoutNoteExtension(pathIn(note.vault, note.path));
  return id === null || access === undefined
    ? { note, id, file }
    : { note, id: null, file, unlisted: { id, access } };
}
