/** The owner's settings from disk: `garden.yaml` at the root of the notes folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
 * Reads the settings of the notes in a folder; without the file, the defaults.
 * @throws UsageError that names file, line and column of all that is wrong, a line each.
 */
export function loadSettings(notes: string): SiteSettings {
  const location = join(notes, settingsFile);
  const text = textOf(location);
  if (text === null && textOf(join(notes, 'garden.yml')) !== null) {
    throw new UsageError(`${join(notes, 'garden.yml')} is not read: name it ${settingsFile}.`);
  }
  const { settings, faults } = readSettings(text ?? '');
  if (settings) return settings;
  const lines = faults.map(
    ({ line, column, message }) => `${location}:${line}:${column} ${message}`,
  );
  throw new UsageError(lines.join('\n'));
}

function textOf(location: string): string | null {
  try {
    return readFileSync(location, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UsageError(`${location} cannot be read (${code}).`);
  }
}
