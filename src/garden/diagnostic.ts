/**
 * Diagnostics about an author's notes, as values: the engine collects them, it never throws or prints
 * them. Codes are permanent; each has a row in the README.
 */

/** A place in a source file. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning' | 'info';

/** Every code with its severity and meaning (printed in the README). */
export const diagnosticKinds = {
  'unreadable-note': {
    severity: 'warning',
    meaning: 'The file contains bytes that are not UTF-8 text; they are shown as “�”.',
  },
  'unreadable-file': {
    severity: 'warning',
    meaning:
      'The system does not let a file or folder be read, or its name is no text; it is left out.',
  },
  'failed-note': {
    severity: 'error',
    meaning:
      'The garden itself failed on this note or a block of it: the note is not published, or a notice is in its place. Please report it.',
  },
  'too-large': {
    severity: 'warning',
    meaning:
      'A part of a note is nested deeper, or has more marks or lines, than the garden reads; a notice takes its place.',
  },
  'failed-plugin': {
    severity: 'error',
    meaning: 'A plugin failed: a notice or the source is shown in its place.',
  },
  'invalid-frontmatter': {
    severity: 'warning',
    meaning:
      'The YAML block does not parse. The body is shown only where the note cannot be private.',
  },
  'invalid-property': {
    severity: 'warning',
    meaning:
      'A property has a value that its key does not allow; it is ignored, or read as private.',
  },
  'unclosed-comment': {
    severity: 'warning',
    meaning: 'A comment is opened and never closed: the rest of the note is hidden.',
  },
  'misplaced-property': {
    severity: 'warning',
    meaning:
      'A page property is written where the program ignores it, such as in the first bullet.',
  },
  'invalid-config': {
    severity: 'warning',
    meaning:
      'A vault setting cannot be read; defaults apply, and only notes that ask for it are published.',
  },
  'ignored-settings': {
    severity: 'warning',
    meaning: 'A garden.yaml that is not at the top of the notes folder: its settings do not apply.',
  },
  'unresolved-link': {
    severity: 'warning',
    meaning: 'A link names a note that does not exist.',
  },
  'ambiguous-link': {
    severity: 'warning',
    meaning: 'Several notes have this name; the nearest is used.',
  },
  'alias-link': {
    severity: 'info',
    meaning: 'An Obsidian link matches only an alias; Obsidian itself would not resolve it.',
  },
  'private-link': {
    severity: 'info',
    meaning: 'A link points to a note that is not published; it is shown as plain text.',
  },
  'missing-heading': { severity: 'warning', meaning: 'The note exists, the heading does not.' },
  'missing-block': { severity: 'warning', meaning: 'No block has this id.' },
  'missing-asset': { severity: 'warning', meaning: 'An image or file is not in the vault.' },
  'unreadable-picture': {
    severity: 'warning',
    meaning: 'A picture cannot be decoded: it is served as it is, without smaller copies.',
  },
  'remote-picture': {
    severity: 'info',
    meaning:
      'Notes show pictures, sounds or videos of other hosts, which readers’ browsers ask for them.',
  },
  'embed-cycle': {
    severity: 'warning',
    meaning: 'A note embeds itself, directly or through others.',
  },
  'embed-depth': { severity: 'warning', meaning: 'Embeds nest deeper than the limit.' },
  'duplicate-name': { severity: 'warning', meaning: 'Two files of one graph are the same page.' },
  'duplicate-alias': {
    severity: 'warning',
    meaning: 'Two notes claim one alias; the first keeps it.',
  },
  'duplicate-block': {
    severity: 'warning',
    meaning: 'Two blocks have one id; the first keeps it.',
  },
  'slug-collision': {
    severity: 'warning',
    meaning: 'Two notes would get one address; the newer one gets a number.',
  },
  'invalid-diagram': { severity: 'error', meaning: 'Mermaid cannot parse the diagram.' },
  'invalid-formula': {
    severity: 'warning',
    meaning: 'A formula has a fault, or a command that is not known; its source is shown.',
  },
  'unknown-citation': {
    severity: 'warning',
    meaning:
      'A citation names a work that no bibliography of the notes has; it is shown as written.',
  },
  'invalid-bibliography': {
    severity: 'warning',
    meaning: 'A bibliography, or an entry of it, cannot be read, or two entries have one key.',
  },
  'lost-text': {
    severity: 'warning',
    meaning: 'Words of a note are not on its page, and no rule hides them. Please report it.',
  },
  'invalid-mdx': {
    severity: 'warning',
    meaning: 'An MDX note cannot be compiled; it is shown without its components.',
  },
  'mdx-off': {
    severity: 'info',
    meaning: 'MDX is not switched on in garden.yaml; the note is shown without its components.',
  },
  'unsupported-syntax': {
    severity: 'info',
    meaning: 'Something that only the program itself can show; the page has a notice in its place.',
  },
  'foreign-syntax': {
    severity: 'info',
    meaning: 'Syntax of the other program: it is read as that program reads it.',
  },
  'template-tag': {
    severity: 'warning',
    meaning:
      'A tag of Jekyll, Hexo or Hugo, which nothing runs here: the page shows it as it is written.',
  },
  'dead-address': {
    severity: 'warning',
    meaning: 'A link leads to a page of another site that is not there (`check --external`).',
  },
  'unsure-address': {
    severity: 'info',
    meaning: 'Another site does not say whether the page of a link is there (`check --external`).',
  },
  'skipped-file': { severity: 'info', meaning: 'A file of a kind that is not published.' },
} as const satisfies Record<string, { severity: Severity; meaning: string }>;

export type DiagnosticCode = keyof typeof diagnosticKinds;

/** One fact about one place in one file. */
export interface Diagnostic extends Position {
  readonly code: DiagnosticCode;
  /** Path as the author knows it, '/'-separated, relative to the notes folder. */
  readonly path: string;
  /** What is wrong: one sentence in terms that the author knows. */
  readonly message: string;
  /** What to do about it: one sentence, or empty. */
  readonly hint: string;
}

/** The severity that the table of codes gives a diagnostic. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return diagnosticKinds[diagnostic.code].severity;
}

/** 'failed-plugin': a plugin that failed apart from any place in a note. */
export function failedPlugin(plugin: string, path: string, fault: string): Diagnostic {
  const message = `The plugin “${plugin}” failed: ${fault}`;
  const hint = 'Correct or remove the plugin.';
  return { code: 'failed-plugin', path, line: 1, column: 1, message, hint };
}

/** 'failed-note': the engine itself failed on one block of a note. */
export function failedBlock(path: string, place: Position, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The garden failed while rendering this block: ${reason}`;
  return { ...failedNote(path, 'rendering', error), ...place, message };
}

/** 'failed-note': the engine itself failed on a note while `doing` something, which must stop no build. */
export function failedNote(path: string, doing: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'failed-note',
    path,
    line: 1,
    column: 1,
    message: `The garden failed while ${doing} this note: ${reason}`,
    hint: 'This is a bug in the garden: please report it with the note, or the part of it that causes it.',
  };
}

/** Order by path, then place, then code, so that a report is the same on every machine. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** The diagnostics in their order, each once: a fact that several pages show is one fact. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const distinct = new Map(diagnostics.map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()].sort(compareDiagnostics);
}

/** Order of strings by UTF-16 code units: the same everywhere, whatever the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
