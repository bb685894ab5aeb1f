/**
 * The marker file that says that a folder was made by this program, and whether its content is
 * complete. Only folders with a marker are emptied or rewritten.
 */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withPath } from './with-path.ts';

/** The name of the marker in its folder. */
export const markerName = '.knowledge-garden';

/** `incomplete` is set while a command writes into the folder, and stays if it is interrupted. */
export type FolderState = 'complete' | 'incomplete';

/** What the marker of a folder says, or null without a marker. */
export async function readMarker(folder: string): Promise<FolderState | null> {
  const text = await readFile(join(folder, markerName), 'utf8').catch(() => null);
  if (text === null) return null;
  return text.startsWith('complete') ? 'complete' : 'incomplete';
}

/** Marks a folder, which must exist, as made by this program. */
export async function writeMarker(folder: string, state: FolderState): Promise<void> {
  const text = `${state}\nMade by the knowledge garden: its commands empty and rewrite this folder.\n`;
  const location = join(folder, markerName);
  withPath(location, () => writeFileSync(location, text));
}
