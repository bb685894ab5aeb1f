/**
 * Repositories inside of the notes folder, submodules among them. The outer repository does not know their
 * notes, so that every version of it has them as they are now: they are no part of a comparison.
 */
import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeIfChanged } from '../../system/disk.ts';
import { readKeptJson } from '../../system/kept-json.ts';
import { walkFiles } from '../../system/walk-files.ts';

const skipped = new Set(['.git', 'node_modules']);

/** Paths of the repositories below a folder, relative to it. */
async function nestedRepositories(folder: string, path = ''): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
  if (path !== '' && entries.some(({ name }) => name === '.git')) return [path];
  const folders = entries.filter((entry) => entry.isDirectory() && !skipped.has(entry.name));
  const below = folders.map(({ name }) => nestedRepositories(folder, join(path, name)));
  return (await Promise.all(below)).flat().sort();
}

/** Puts the files of the repositories below `notes` into a version that was written into `to`. */
export async function addNestedRepositories(notes: string, to: string): Promise<void> {
  const listed = `${to}.nested.json`;
  const before = (await readKeptJson<readonly string[]>(listed)) ?? [];
  const found = await nestedRepositories(notes);
  // What an earlier run added may be gone now.
  for (const path of new Set([...before, ...found])) {
    await rm(join(to, path), { recursive: true, force: true });
  }
  for (const path of found) {
    const { files } = await walkFiles(join(notes, path));
    for (const file of files) await addFile(file.location, join(to, path, file.path));
  }
  if (found.length > 0 || before.length > 0) await writeIfChanged(listed, JSON.stringify(found));
}

/** What the files of the repositories below `notes` depend on, as a text; '' where there are none. */
export async function nestedState(notes: string): Promise<string> {
  const states: string[] = [];
  for (const path of await nestedRepositories(notes)) {
    const { files } = await walkFiles(join(notes, path));
    for (const { location } of files) {
      const { size, mtimeMs } = await stat(location).catch(() => ({ size: 0, mtimeMs: 0 }));
      states.push(`${location} ${size} ${mtimeMs}`);
    }
  }
  return states.join('\n');
}

/** A second name for the file where both are on one disk; one that cannot be read is left out. */
async function addFile(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await link(source, target)
    .catch(() => copyFile(source, target))
    .catch(() => {});
}
