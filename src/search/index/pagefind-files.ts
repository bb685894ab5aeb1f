/** Writes the files of a Pagefind index. */
import { join } from 'node:path';
import type { PagefindIndex } from 'pagefind';
import { mapFiles, writeBytes } from '../../system/disk.ts';

/**
 * Writes an index into a folder. Pagefind's own `writeFiles` returns before its files are complete on
 * disk (seen with 1.5.2: an empty pagefind-entry.json), so the bytes are fetched and written here.
 * @throws Error with what Pagefind says where it fails.
 */
export async function writePagefind(index: PagefindIndex, folder: string): Promise<void> {
  const { errors, files } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join('; '));
  await mapFiles(files, ({ path, content }) => writeBytes(join(folder, path), content));
}
