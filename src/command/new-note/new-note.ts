/** The command `new`: starts a note in one of the owner's vaults. */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { findVaults, type VaultPlace } from '../../garden/parse/find-vaults.ts';
import { parseVault, settingsFilesOf } from '../../garden/parse/parse-vault.ts';
import { checkNotesFolder } from '../../settings/load-settings.ts';
import { listFiles, readTextIfAny } from '../../system/disk.ts';
import { UsageError } from '../../system/usage-error.ts';
import { foldersOf } from '../folders.ts';
import { calledAs } from '../options.ts';
import { logseqNote } from './logseq-note.ts';
import { type NoteRequest, readRequest } from './note-request.ts';
import { type NewNote, obsidianNote } from './obsidian-note.ts';

const usage =
  '"Consistent hashing" | --journal [--in FOLDER] [--tags a,b] [--template NAME] [--vault NAME] [--edit]';

/**
 * Writes a note with the given title, or the journal of today, and prints its path. It goes into `--vault`,
 * else the first Obsidian vault of the notes, else the first Logseq graph, else the notes folder;
 * `--folder` or `GARDEN_NEW` name a folder in place of them. A journal that exists stays as it is.
 * @returns the exit code. @throws UsageError
 */
export async function newNote(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  today: Date,
): Promise<number> {
  const shown = `${calledAs('new', environment)} ${usage}`;
  const request = readRequest(args, environment, { today, usage: shown });
  const note =
    request.folder === ''
      ? await noteInVault(request, foldersOf(environment).notes)
      : await obsidianNote(request, request.folder);
  const location = join(note.folder, note.name);
  await mkdir(note.folder, { recursive: true });
  const isWritten = await writeNew(location, note.text);
  if (!isWritten && !request.isJournal) throw new UsageError(`“${location}” exists already.`);
  console.log(location);
  return request.edit ? openEditor(location, environment) : 0;
}

/** @returns false where the file exists. */
async function writeNew(location: string, text: string): Promise<boolean> {
  try {
    await writeFile(location, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function noteInVault(request: NoteRequest, notes: string): Promise<NewNote> {
  checkNotesFolder(notes);
  const paths = (await listFiles(notes)).map(({ path }) => path);
  const place = choosePlace(findVaults(paths), request.vault, notes);
  if (place?.dialect === 'logseq') return logseqNote(request, notes, place, paths);
  const root = join(notes, place?.root ?? '');
  if (!place) return obsidianNote(request, root);
  const settings = new Map<string, string | null>();
  for (const file of settingsFilesOf('obsidian')) {
    settings.set(file, await readTextIfAny(join(root, file)).catch(() => null));
  }
  return obsidianNote(request, root, parseVault(place, settings, []));
}

/** The vault of this name, which is its path or the last part of it; the first one without a name. */
function choosePlace(
  places: readonly VaultPlace[],
  name: string,
  notes: string,
): VaultPlace | undefined {
  if (name === '') return places.find(({ dialect }) => dialect === 'obsidian') ?? places[0];
  const nameOf = ({ root }: VaultPlace) => basename(root === '' ? resolve(notes) : root);
  const wanted = name.replace(/\/+$/, '');
  const found = places.find((place) => place.root === wanted || nameOf(place) === wanted);
  if (found) return found;
  const names = places.map(({ root }) => root || '.').join(', ') || 'none';
  throw new UsageError(`There is no vault “${name}” among the notes: ${names}.`);
}

/** Opens the note in `$VISUAL` or `$EDITOR`, and waits until it is closed. @returns its exit code. */
function openEditor(location: string, environment: NodeJS.ProcessEnv): number {
  const editor = environment['VISUAL'] || environment['EDITOR'];
  if (!editor)
    throw new UsageError(`“${location}” is written; --edit needs EDITOR in the environment.`);
  // An editor may come with options of its own: `code --wait`.
  const [program = '', ...options] = editor.split(/\s+/);
  const { status, error } = spawnSync(program, [...options, location], { stdio: 'inherit' });
  if (error)
    throw new UsageError(`“${location}” is written; the editor “${editor}” does not start.`);
  return status ?? 1;
}
