/** Diagnostics for files and folders that the import leaves out because the system does not give them. */
import type { Diagnostic } from '../garden/diagnostic.ts';
import type { SkippedEntry } from '../system/walk-files.ts';

/**
 * The diagnostic of a file that cannot be read; none for one that was removed since it was listed, as by
 * programs that synchronise a vault. `code` is the system's error code.
 */
export function unreadableFile(path: string, code: string): readonly Diagnostic[] {
  if (code === 'ENOENT') return [];
  const message = `The file cannot be read (${code}); it is left out.`;
  const hint = 'Give the user that runs the garden permission to read it.';
  return [at(path, { code: 'unreadable-file', message, hint })];
}

/** Why an entry of a folder is not among the files of the notes. */
export function skippedDiagnostic({ path, reason, code }: SkippedEntry): Diagnostic {
  if (reason === 'folder') {
    return at(path, {
      code: 'unreadable-file',
      message: `The folder cannot be listed (${code}); all that is in it is left out.`,
      hint: 'Give the user that runs the garden permission to read it.',
    });
  }
  if (reason === 'name') {
    return at(path, {
      code: 'unreadable-file',
      message: 'The name is not valid UTF-8; the file or folder is left out.',
      hint: 'Rename it, as an archive made in another encoding may have left it so.',
    });
  }
  return at(path, {
    code: 'skipped-file',
    message:
      reason === 'link'
        ? 'A symbolic link is not followed: it may lead out of the notes, or nowhere.'
        : 'A socket, pipe or device is no note.',
    hint:
      reason === 'link'
        ? 'Put the file itself here, or run with GARDEN_NOTES at the folder that the link points to.'
        : '',
  });
}

/** For each `garden.yaml` that does not apply, since it is not at the top of the notes folder. */
export function ignoredSettings(paths: readonly string[]): Diagnostic[] {
  return paths
    .filter((path) => /\/garden\.ya?ml$/iu.test(path))
    .map((path) =>
      at(path, {
        code: 'ignored-settings',
        message: 'Only the garden.yaml at the top of the notes folder applies, not this one.',
        hint: 'Move its settings there, or build this folder with GARDEN_NOTES as its own garden.',
      }),
    );
}

function at(path: string, fact: Pick<Diagnostic, 'code' | 'message' | 'hint'>): Diagnostic {
  return { ...fact, path, line: 1, column: 1 };
}
