/** Reads and parses the notes that an editor saved. */
import { join } from 'node:path';
import type { ParsedNote } from '../../garden/body.ts';
import { decodeText, readBytes } from '../../system/disk.ts';
import { errorCode } from '../../system/error-code.ts';
import { noPlugins } from '../plugins/load-plugins.ts';
import { parseLimited } from '../plugins/parse-limited.ts';
import type { NoteSource } from '../read-vaults.ts';

export interface ChangedNote extends ParsedNote {
  readonly source: NoteSource;
}

/** Files that editors make beside the one that they save, and remove at once. */
const passing = /(?:^|\/)(?:\d+|\.#[^/]*|[^/]*(?:~|\.tmp|\.sw[a-z]|\.crswap))$/u;

/**
 * The notes whose text is another one now. Null where a path is no note that was there before, or it cannot be
 * read: such a change concerns more than a note. What an editor made and removed again is no change.
 */
export async function readChangedNotes(
  folder: string,
  paths: readonly string[],
  sources: ReadonlyMap<string, NoteSource>,
): Promise<readonly ChangedNote[] | null> {
  const changed: ChangedNote[] = [];
  for (const path of new Set(paths)) {
    const before = sources.get(path);
    const bytes = await readBytes(join(folder, path)).catch(errorCode);
    if (before === undefined && bytes === 'ENOENT' && passing.test(path)) continue;
    if (before === undefined || typeof bytes === 'string') return null;
    const { text, flaw } = decodeText(bytes);
    if (flaw !== '') return null;
    if (text === before.source) continue;
    const source = { ...before, source: text, ...uncommitted(before) };
    changed.push({ ...parseLimited(source, source.vault, noPlugins), source });
  }
  return changed;
}

/** A file with changes that are not committed has no day of modification in its history. */
function uncommitted({ modified }: NoteSource): Pick<NoteSource, 'modified'> {
  return modified === undefined ? {} : { modified: '' };
}
