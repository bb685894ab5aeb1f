/** The one place that knows which parser reads which dialect. */
import type { ParsedNote } from '../body.ts';
import { failedNote } from '../diagnostic.ts';
import type { Note, SourceFile, Vault } from '../note.ts';
import { parseLogseqNote } from './logseq/parse-logseq-note.ts';
import { parseObsidianNote } from './obsidian/parse-obsidian-note.ts';

/**
 * Reads one note in the dialect of its vault. Never throws for what the note says: what is wrong
 * with it becomes diagnostics of the note, `failed-note` where the reading itself fails. Where a note is silent about its dates, the file's are taken.
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

/** Nobody knows whether a note is public that could not be read: it stays private. */
function unreadNote(file: SourceFile, vault: Vault, error: unknown): ParsedNote {
  const { note, body } = parseDialect({ ...file, source: '' }, vault);
  const diagnostics = [failedNote(file.path, 'reading', error)];
  return { body, note: { ...note, visibility: 'unreadable', diagnostics } };
}

/**
 * What a note says wins, also where it only contradicts the file's history: a note that came into the
 * repository after it was last changed was not written then. A journal has the day of its name.
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
