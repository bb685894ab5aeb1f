/** The owner's settings from disk: `garden.yaml` at the root of the notes folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../system/disk.ts';
import { errorCode } from '../system/error-code.ts';
import { UsageError } from '../system/usage-error.ts';
import { readSettings } from './read-settings.ts';
import type { SiteSettings } from './schema.ts';

export const settingsFile = 'garden.yaml';

/** The folder of the owner's own files, in the notes folder. */
export const ownerFolder = '.garden';

/** The notes folder: `GARDEN_NOTES`, else `notes`. */
export function notesFolderOf(environment: NodeJS.ProcessEnv): string {
  return environment['GARDEN_NOTES'] || 'notes';
}

/**
 * Checks that there is a folder of notes, before a command reads it or makes anything below it.
 * @throws UsageError where there is none, or a file.
 */
export function checkNotesFolder(notes: string): void {
  const found = statSync(notes, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  throw new UsageError(
    found === undefined
      ? `There is no folder “${notes}” to read notes from.`
      : `“${notes}” is a file, not a folder of notes.`,
  );
}

/**
 * Reads the settings of the notes in a folder; without the file, the defaults.
 * @throws UsageError that names file, line and column of all that is wrong, a line each.
 */
export function loadSettings(notes: string): SiteSettings {
  const location = join(notes, settingsFile);
  const text = textOf(location);
  checkNames(notes, text !== null);
  const { settings, faults } = readSettings(text ?? '');
  if (settings) return settings;
  const lines = faults.map(
    ({ line, column, message }) => `${location}:${line}:${column} ${message}`,
  );
  throw new UsageError(lines.join('\n'));
}

/**
 * Checks that no file that was meant as the settings has another extension or letter case: what it leaves
 * out would be published. @throws UsageError that names it.
 */
function checkNames(notes: string, hasSettings: boolean): void {
  const names = namesIn(notes).filter((name) => /^garden\.ya?ml$/iu.test(name));
  const other = names.find((name) => name !== settingsFile);
  // Where letter case does not matter, Garden.yaml has been read.
  if (other === undefined || (hasSettings && names.length === 1)) return;
  const hint = hasSettings ? `move its settings to ${settingsFile}` : `name it ${settingsFile}`;
  throw new UsageError(`${join(notes, other)} is not read: ${hint}.`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The text of a file, whatever its encoding and line ends, or null where there is none. */
function textOf(location: string): string | null {
  try {
    return decodeText(readFileSync(location)).text;
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'EISDIR') {
      throw new UsageError(`${location} is a folder; the settings must be a file.`);
    }
    throw new UsageError(`${location} cannot be read (${code}).`);
  }
}
