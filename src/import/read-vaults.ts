/** From a folder on disk to the vaults, notes and other files in it. */
import { join } from 'node:path';
import type { Diagnostic } from '../garden/diagnostic.ts';
import type { Asset } from '../garden/garden.ts';
import type { SourceFile, Vault } from '../garden/note.ts';
import {
  becomesPage,
  findVaults,
  isIgnored,
  type VaultPlace,
  vaultOf,
} from '../garden/parse/find-vaults.ts';
import { parseVault, settingsFilesOf } from '../garden/parse/parse-vault.ts';
import {
  decodeText,
  type FoundFile,
  listFiles,
  mapFiles,
  readBytes,
  readTextIfAny,
} from '../system/disk.ts';
import { UsageError } from '../system/usage-error.ts';

/** A note's text with the vault that it belongs to. */
export interface NoteSource extends SourceFile {
  readonly vault: Vault;
}

/** All that the import reads from disk. */
export interface NotesFolder {
  readonly vaults: readonly Vault[];
  readonly sources: readonly NoteSource[];
  readonly assets: readonly Asset[];
  /** Asset path → place on disk. */
  readonly locations: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a folder of notes. @throws UsageError when the folder cannot be read. */
export async function readNotesFolder(folder: string): Promise<NotesFolder> {
  const files = await listOrExplain(folder);
  const places = findVaults(files.map(({ path }) => path));
  const vaults = new Map<VaultPlace, Vault>();
  for (const place of places) vaults.set(place, await readVault(folder, place, files));
  const shown = files.filter(({ path }) => !isIgnored(path));
  const diagnostics: Diagnostic[] = [];
  const hasPage = (path: string) => becomesPage(path, vaultOf(path, places)?.dialect);
  const read = await mapFiles(
    shown.filter(({ path }) => hasPage(path)),
    (file) => readNote(file, places, vaults, diagnostics),
  );
  const others = shown.filter(({ path }) => !hasPage(path));
  return {
    vaults: [...vaults.values()],
    sources: read.filter((source) => source !== null),
    assets: others.map(({ path }) => ({ path, digest: '' })),
    locations: new Map(others.map(({ path, location }) => [path, location])),
    diagnostics,
  };
}

async function listOrExplain(folder: string): Promise<FoundFile[]> {
  try {
    return await listFiles(folder);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new UsageError(`The notes folder “${folder}” cannot be read${reason}.`);
  }
}

async function readVault(
  folder: string,
  place: VaultPlace,
  files: readonly FoundFile[],
): Promise<Vault> {
  const { root, dialect } = place;
  const settings = new Map<string, string | null>();
  for (const file of settingsFilesOf(dialect)) {
    settings.set(file, await readTextIfAny(join(folder, root, file)));
  }
  const inside = files
    .map(({ path }) => path)
    .filter((path) => root === '' || path.startsWith(`${root}/`));
  return parseVault(place, settings, inside);
}

async function readNote(
  { path, location }: FoundFile,
  places: readonly VaultPlace[],
  vaults: ReadonlyMap<VaultPlace, Vault>,
  diagnostics: Diagnostic[],
): Promise<NoteSource | null> {
  const place = vaultOf(path, places);
  const vault = place && vaults.get(place);
  if (!vault) return null;
  const bytes = await readBytes(location).catch(nullIfGone);
  if (bytes === null) return null;
  const { text, flaw } = decodeText(bytes);
  if (flaw !== '') {
    diagnostics.push({
      code: 'unreadable-note',
      path,
      line: 1,
      column: 1,
      message: flaw,
      hint: 'Save it as UTF-8; until then the signs that cannot be read are shown as “�”.',
    });
  }
  return { path, source: text, vault };
}

/** A file that was removed after it was listed, as programs that synchronise a vault do, is no note. */
function nullIfGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
