/** The one place that knows which parser reads which dialect. */
import type { ParsedNote } from '../body.ts';
import type { SourceFile, Vault } from '../note.ts';
import { parseLogseqNote } from './logseq/parse-logseq-note.ts';
import { parseObsidianNote } from './obsidian/parse-obsidian-note.ts';

/**
 * Reads one note in the dialect of its vault. Never throws for what the note says: what is wrong
 * with it becomes diagnostics of the note.
 */
export function parseNote(file: SourceFile, vault: Vault): ParsedNote {
  return vault.dialect === 'logseq' ? parseLogseqNote(file, vault) : parseObsidianNote(file, vault);
}
