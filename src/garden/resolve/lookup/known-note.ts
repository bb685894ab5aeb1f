/** A note as links refer to it: with its id if it is published. */
import type { Note } from '../../note.ts';
import { pathIn, withoutNoteExtension } from './name-key.ts';

export interface KnownNote {
  readonly note: Note;
  /** Id in the garden, or null where the note is not published. */
  readonly id: string | null;
  /** Path in its vault without `.md`, as Obsidian's links write it. */
  readonly file: string;
}

/** A published note. */
export interface PublicNote extends KnownNote {
  readonly id: string;
}

/** Whether a note is published. */
export function isPublic(known: KnownNote): known is PublicNote {
  return known.id !== null;
}

/** The note with the values that lookups need. */
export function knownNote(note: Note, id: string | null): KnownNote {
  return { note, id, file: withoutNoteExtension(pathIn(note.vault, note.path)) };
}
