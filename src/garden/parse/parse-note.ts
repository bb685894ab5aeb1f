/** The one place that knows which parser reads which dialect. */
import type { ParsedNote } from '../body.ts';
import { type Diagnostic, failedNote } from '../diagnostic.ts';
import { type Extensions, noExtensions } from '../extension.ts';
import type { Note, SourceFile, Vault } from '../note.ts';
import { limitBody } from './limit-body.ts';
import { orgToMarkdown } from './logseq/foreign/org.ts';
import { whiteboardToMarkdown } from './logseq/foreign/whiteboard.ts';
import { parseLogseqNote } from './logseq/parse-logseq-note.ts';
import { parseObsidianNote } from './obsidian/parse-obsidian-note.ts';
import { accessLines } from './properties/access.ts';
import { hidingField } from './properties/hiding-field.ts';
import { readHead } from './properties/suspected-switch.ts';
import { privateTag } from './properties/switch.ts';

/**
 * Longest note that is read, in UTF-16 code units: a longer one would take more memory than a process gets.
 * Books have one million.
 */
const maxLength = 6_000_000;

/**
 * Reads one note in the dialect of its vault. Never throws for its content: faults become
 * diagnostics of the note, `failed-note` where the reading itself fails. Dates
 * that the note does not give are the file's.
 */
export function parseNote(
  given: SourceFile,
  vault: Vault,
  extensions: Extensions = noExtensions,
): ParsedNote {
  try {
    return parseMarkdown(asMarkdown(given, vault), vault, extensions);
  } catch (error) {
    // A file of another format that cannot be read may hide what it says about publishing.
    return unreadNote(given, vault, error);
  }
}

/** Pages in Org mode and whiteboards of a Logseq graph are read as its Markdown. */
function asMarkdown(file: SourceFile, { dialect }: Vault): SourceFile {
  if (dialect !== 'logseq') return file;
  if (/\.org$/i.test(file.path)) return { ...file, source: orgToMarkdown(file.source) };
  return /\.edn$/i.test(file.path) ? { ...file, source: whiteboardToMarkdown(file.source) } : file;
}

function parseMarkdown(file: SourceFile, vault: Vault, extensions: Extensions): ParsedNote {
  if (file.source.length > maxLength) return tooLargeNote(file, vault);
  try {
    const { note: read, body } = parseDialect(file, vault, extensions);
    const note = { ...read, diagnostics: [...read.diagnostics, ...limitBody(body, file.path)] };
    return { body, note: withSuspectedSwitch({ ...note, ...datesOf(note, file) }, file) };
  } catch (error) {
    // Reading may fail of a tree that a plugin has made: then the note is read as it is written.
    if (extensions.transforms) return readWithoutPlugins(file, vault, error);
    return unreadNote(file, vault, error);
  }
}

function readWithoutPlugins(file: SourceFile, vault: Vault, error: unknown): ParsedNote {
  const { note, body } = parseMarkdown(file, vault, noExtensions);
  const reason = error instanceof Error ? error.message : String(error);
  const diagnostic: Diagnostic = {
    code: 'failed-plugin',
    path: file.path,
    line: 1,
    column: 1,
    message: `With the plugins this note cannot be read: ${reason}`,
    hint: 'The note is shown as if there were no plugins.',
  };
  return { body, note: { ...note, diagnostics: [...note.diagnostics, diagnostic] } };
}

function parseDialect(file: SourceFile, vault: Vault, extensions: Extensions): ParsedNote {
  const parse = vault.dialect === 'logseq' ? parseLogseqNote : parseObsidianNote;
  return parse(file, vault, extensions);
}

/** A note that is too large to be read may say anywhere that it is private. */
function tooLargeNote(file: SourceFile, vault: Vault): ParsedNote {
  const { note, body } = parseDialect({ ...file, source: '' }, vault, noExtensions);
  const size = (file.source.length / 1e6).toFixed(1);
  const diagnostic: Diagnostic = {
    ...({ code: 'too-large', path: file.path, line: 1, column: 1 } as const),
    message: `The note has ${size} million characters, and at most ${maxLength / 1e6} million are read: it is not published.`,
    hint: 'Divide it into several notes.',
  };
  return { body, note: { ...note, visibility: 'unreadable', diagnostics: [diagnostic] } };
}

/** A note that cannot be read may be private, so it is not published. */
function unreadNote(file: SourceFile, vault: Vault, error: unknown): ParsedNote {
  const { note, body } = parseDialect({ ...file, source: '' }, vault, noExtensions);
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

/**
 * Hides a note that would be published although something in it looks like a switch against that.
 * Diagnostic: `invalid-property`.
 */
function withSuspectedSwitch(note: Note, file: SourceFile): Note {
  if (!/\.(?:mdx?|markdown|org|edn)$/i.test(file.path)) return note;
  if (note.visibility !== 'public' && note.visibility !== 'unset') return note;
  const tag = privateTag(note.properties);
  if (tag !== '') return { ...note, visibility: 'private', switchKey: tag };
  const understood = accessLines(note, file.source);
  const head = readHead(file.source, note.dialect, understood);
  const suspected = hidingField(note, file.source, understood) ?? head.suspected;
  if (suspected === null) return head.schedule ? { ...note, schedule: head.schedule } : note;
  const { visibility, switchKey, line, column, text } = suspected;
  const message =
    visibility === 'unreadable'
      ? 'Bytes that are no text may hide what the note says about publishing, so it is not published.'
      : `“${text}” may say that the note is private, so it is not published.`;
  const hint = 'Save the file as UTF-8 and write the switch as a property, or remove it.';
  const diagnostic: Diagnostic = {
    code: 'invalid-property',
    path: note.path,
    line,
    column,
    message,
    hint,
  };
  return { ...note, visibility, switchKey, diagnostics: [...note.diagnostics, diagnostic] };
}
