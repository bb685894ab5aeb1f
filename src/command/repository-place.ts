/** Where a folder is in its git repository. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The folder of the git repository around a folder, or null. */
export function repositoryOf(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder;
  return folder === dirname(folder) ? null : repositoryOf(dirname(folder));
}

/**
 * How paths in a folder begin, seen from the root of its repository: 'notes/', '' for the root. Without a
 * repository they are seen from the working folder.
 */
export function repositoryPlace(folder: string): string {
  const inside = relative(repositoryOf(folder) ?? '.', folder).replaceAll('\\', '/');
  return inside === '' || inside.startsWith('..') ? '' : `${inside}/`;
}
