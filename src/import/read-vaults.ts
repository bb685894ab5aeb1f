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
import { decodeText, mapFiles, readBytes, readingFault, readTextIfAny } from '../system/disk.ts';
import { errorCode } from '../system/error-code.ts';
import { UsageError } from '../system/usage-error.ts';
import { type FoundFile, walkFiles } from '../system/walk-files.ts';
import { ignoredSettings, skippedDiagnostic, unreadableFile } from './unreadable.ts';

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
  const { files, skipped } = await walkOrExplain(folder);
  const places = findVaults(files.map(({ path }) => path));
  const vaults = new Map<VaultPlace, Vault>();
  for (const place of places) vaults.set(place, await readVault(folder, place, files));
  const shown = files.filter(({ path }) => !isIgnored(path));
  const diagnostics: Diagnostic[] = [
    ...skipped.map(skippedDiagnostic),
    ...ignoredSettings(shown.map(({ path }) => path)),
  ];
  const hasPage = (path: string) => becomesPage(path, vaultOf(path, places)?.dialect);
  const read = await mapFiles(
    shown.filter(({ path }) => hasPage(path)),
    (file) => readNote(file, places, vaults, diagnostics),
  );
  const others = await readableFiles(
    shown.filter(({ path }) => !hasPage(path)),
    diagnostics,
  );
  return {
    vaults: [...vaults.values()],
    sources: read.filter((source) => source !== null),
    assets: others.map(({ path }) => ({ path, digest: '' })),
    locations: new Map(others.map(({ path, location }) => [path, location])),
    diagnostics,
  };
}

async function walkOrExplain(folder: string): ReturnType<typeof walkFiles> {
  try {
    return await walkFiles(folder);
  } catch (error) {
    const code = errorCode(error);
    const reason = code === '' ? '' : ` (${code})`;
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
  const bytes = await readBytes(location).catch((error: unknown) => {
    diagnostics.push(...unreadableFile(path, errorCode(error)));
    return null;
  });
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

/** The files that can be read, in their order; a diagnostic for each other one. */
async function readableFiles(
  files: readonly FoundFile[],
  diagnostics: Diagnostic[],
): Promise<FoundFile[]> {
  const faults = await mapFiles(files, ({ location }) => readingFault(location));
  return files.filter(({ path }, index) => {
    const fault = faults[index] ?? '';
    if (fault !== '') diagnostics.push(...unreadableFile(path, fault));
    return fault === '';
  });
}
