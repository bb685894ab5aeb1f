/** Which MDX notes may run. */
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { type Garden, isLocked, servedNotes } from '../../garden/garden.ts';

export interface MdxNotes {
  /** Ids of the public notes whose code may run. */
  readonly ids: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The public MDX notes; where the owner does not let them run, a diagnostic for each instead. */
export function mdxNotes(garden: Garden, isOn: boolean): MdxNotes {
  const notes = servedNotes(garden).filter(({ note }) => /\.mdx$/i.test(note.path));
  if (!isOn)
    return { ids: new Set(), diagnostics: notes.map(({ note }) => switchedOff(note.path)) };
  // What is compiled is a file of its own, which nothing encrypts.
  const open = notes.filter(({ id }) => !isLocked(garden, id));
  const locked = notes.filter(({ id }) => isLocked(garden, id));
  const foreign = open.filter(({ note }) => note.dialect === 'logseq');
  return {
    ids: new Set(open.filter(({ note }) => note.dialect !== 'logseq').map(({ id }) => id)),
    diagnostics: [
      ...foreign.map(({ note }) => notRead(note.path)),
      ...locked.map(({ note }) => behindPassword(note.path)),
    ],
  };
}

function switchedOff(path: string): Diagnostic {
  const message = 'MDX runs as code while the site is built, and garden.yaml does not allow it.';
  const hint =
    'The note is shown without its components; write `mdx: true` if you trust all notes.';
  return { code: 'mdx-off', path, line: 1, column: 1, message, hint };
}

function behindPassword(path: string): Diagnostic {
  const message = 'A note with a password runs no code.';
  const hint = 'The note is shown without its components.';
  return { code: 'mdx-off', path, line: 1, column: 1, message, hint };
}

function notRead(path: string): Diagnostic {
  const message = 'In a Logseq graph MDX is not read.';
  const hint = 'The page is shown as Logseq would; move the note to an Obsidian vault.';
  return { code: 'invalid-mdx', path, line: 1, column: 1, message, hint };
}
