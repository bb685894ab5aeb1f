/** A note as links can mean it: with its id when it is published. */
import type { Note } from '../../note.ts';
import { pathIn, withoutNoteExtension } from './name-key.ts';

export interface KnownNote {
  readonly note: Note;
  /** Id in the garden, or null when the note is not published. */
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

/** The note with what links need of it. */
export function knownNote(note: Note, id: string | null): KnownNote {
  return { note, id, file: withoutNoteExtension(pathIn(note.vault, note.path)) };
}
