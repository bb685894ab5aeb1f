/** Removes what a damaged disk or another program has put where a command of ours writes a file. */
import { lstatSync, mkdirSync, rmSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';

/** The codes of an error that says that a folder is in place of a file, or a file in place of a folder. */
const obstacleCodes = new Set(['EISDIR', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST', 'ENOENT']);

/**
 * Makes it possible to write a file after `error` has stopped that: creates its folder, removes a folder
 * at its place and a file at the place of its folder. Only for folders that the program has claimed. @throws the
 * error itself where nothing stands in the way.
 */
export function clearWay(location: string, error: unknown): void {
  if (!obstacleCodes.has(errorCode(error))) throw error;
  let isCleared = false;
  if (statsOf(location)?.isDirectory()) {
    rmSync(location, { recursive: true });
    isCleared = true;
  }
  const file = fileAbove(location);
  if (file !== null) rmSync(file);
  if (statsOf(dirname(location)) === null) {
    mkdirSync(dirname(location), { recursive: true });
    isCleared = true;
  }
  if (!isCleared) throw error;
}

/** The nearest thing above a file that exists, if it is no folder. */
function fileAbove(location: string): string | null {
  for (let above = dirname(location); above !== dirname(above); above = dirname(above)) {
    const stats = statsOf(above);
    if (stats !== null) return stats.isFile() ? above : null;
  }
  return null;
}

function statsOf(location: string): Stats | null {
  try {
    return lstatSync(location);
  } catch {
    return null;
  }
}
