/** The one place that knows which parser reads which dialect. */
import type { ParsedNote } from '../body.ts';
import { failedNote } from '../diagnostic.ts';
import type { Note, SourceFile, Vault } from '../note.ts';
import { parseLogseqNote } from './logseq/parse-logseq-note.ts';
import { parseObsidianNote } from './obsidian/parse-obsidian-note.ts';

/**
 * Reads one note in the dialect of its vault. Never throws for its content: faults become
 * diagnostics of the note, `failed-note` where the reading itself fails. Dates
 * that the note does not give are the file's.
 */
export function parseNote(file: SourceFile, vault: Vault): ParsedNote {
  try {
    const parsed = parseDialect(file, vault);
    return { ...parsed, note: { ...parsed.note, ...datesOf(parsed.note, file) } };
  } catch (error) {
    return unreadNote(file, vault, error);
  }
}

function parseDialect(file: SourceFile, vault: Vault): ParsedNote {
  return vault.dialect === 'logseq' ? parseLogseqNote(file, vault) : parseObsidianNote(file, vault);
}

/** A note that cannot be read may be private, so it is not published. */
function unreadNote(file: SourceFile, vault: Vault, error: unknown): ParsedNote {
  const { note, body } = parseDialect({ ...file, source: '' }, vault);
  const diagnostics = [failedNote(file.path, 'reading', error)];
  return { body, note: { ...note, visibility: 'unreadable', diagnostics } };
}

/**
 * Dates in the note win over the file's history, and a date of the file that contradicts them is left
 * out: a note that was added after its own modified date was not created then. A journal has the day
 * of its name and needs none.
 */
function datesOf(note: Note, file: SourceFile): Pick<Note, 'created' | 'modified'> {
  const { created, modified } = note;
  const [added = '', changed = ''] = note.journal === null ? [file.created, file.modified] : [];
  const isLate = modified !== '' && added > modified.slice(0, 10);
  const isEarly = changed < created.slice(0, 10);
  return {
    created: created || (isLate ? '' : added),
    modified: modified || (isEarly ? '' : changed),
  };
}
