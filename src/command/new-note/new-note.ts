/** The command `new`: starts a note in the owner's vault. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findVaults, type VaultPlace } from '../../garden/parse/find-vaults.ts';
import { readLogseqVault } from '../../garden/parse/logseq/vault/vault.ts';
import { checkNotesFolder } from '../../settings/load-settings.ts';
import { listFiles } from '../../system/disk.ts';
import { UsageError } from '../../system/usage-error.ts';
import { foldersOf } from '../folders.ts';
import { calledAs, readArguments } from '../options.ts';
import { logseqFileName, logseqTemplate, noteFileName, noteTemplate } from './template.ts';

/** A note that is to be written. */
interface NewNote {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

const usage = '"Consistent hashing" [--folder DIR]';

/**
 * Writes a note with the given title and prints its path. It goes into `--folder` or `GARDEN_NEW`;
 * without them into the first Obsidian vault of the notes, else into the pages of the first Logseq
 * graph, else into the notes folder. @returns the exit code. @throws UsageError
 */
export async function newNote(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  today: Date,
): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { folder: { type: 'string' } },
    { allowPositionals: true },
  );
  const title = positionals.join(' ').trim();
  if (title === '')
    throw new UsageError(`The note needs a title: ${calledAs('new', environment)} ${usage}`);
  const folder = values['folder'] ?? environment['GARDEN_NEW'];
  const note =
    folder === undefined
      ? await noteInVault(title, foldersOf(environment).notes, today)
      : obsidianNote(title, String(folder), today);
  const location = join(note.folder, note.name);
  await mkdir(note.folder, { recursive: true });
  await writeFile(location, note.text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new UsageError(`“${location}” exists already.`) : error;
  });
  console.log(location);
  return 0;
}

async function noteInVault(title: string, notes: string, today: Date): Promise<NewNote> {
  checkNotesFolder(notes);
  const paths = (await listFiles(notes)).map(({ path }) => path);
  const places = findVaults(paths);
  const obsidian = places.find(({ dialect }) => dialect === 'obsidian');
  const logseq = places.find(({ dialect }) => dialect === 'logseq');
  if (logseq && !obsidian) return logseqNote(title, notes, logseq, today);
  return obsidianNote(title, join(notes, obsidian?.root ?? ''), today);
}

function obsidianNote(title: string, folder: string, today: Date): NewNote {
  return { folder, name: noteFileName(title), text: noteTemplate(title, today) };
}

async function logseqNote(
  title: string,
  notes: string,
  { root }: VaultPlace,
  today: Date,
): Promise<NewNote> {
  const config = join(notes, root, 'logseq', 'config.edn');
  const vault = readLogseqVault(root, await readFile(config, 'utf8').catch(() => null), []);
  return {
    folder: join(notes, root, vault.pageFolder),
    name: logseqFileName(title, vault.fileNames),
    text: logseqTemplate(today),
  };
}
