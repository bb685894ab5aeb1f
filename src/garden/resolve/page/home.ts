/** Finds the note for the home page. */
import { journalsHome } from '../../garden.ts';
import type { Note, Vault } from '../../note.ts';
import type { PublicNote } from '../lookup/known-note.ts';
import type { NameIndex } from '../lookup/name-index.ts';
import { nameKey } from '../lookup/name-key.ts';

// Usual names of a vault's first note, in order of preference.
const usual = ['index', 'home', 'home page', 'homepage', '首页', '主页', 'start here', 'contents'];

/** What Logseq calls the list of all journals in `:default-home`. */
const logseqJournals = 'journals';

/**
 * Id of the home note: the owner's choice, else the home page in a vault's settings, else a note that a
 * property marks as home, else a note at the top of a vault with a usual name. In a garden of Logseq
 * graphs the journals are the home page else, as in Logseq; a README is it where nothing else is, and
 * null says that no published note is one.
 */
export function findHome(
  notes: readonly PublicNote[],
  names: NameIndex,
  vaults: readonly Vault[],
  chosen = '',
): string | null {
  const idOf = (vault: string, name: string) => names.inVault(vault, name)?.found.id ?? null;
  const chosenId = chosen === '' ? null : firstOf(vaults, ({ root }) => idOf(root, chosen));
  return (
    chosenId ??
    firstOf(vaults, ({ root, home }) => {
      if (home === null) return null;
      const isStream = nameKey(home) === logseqJournals && hasJournals(notes, root);
      return idOf(root, home) ?? (isStream ? journalsHome : null);
    }) ??
    notes.find(({ note }) => isMarkedHome(note))?.id ??
    usualHome(notes, vaults)
  );
}

/** Ids of the notes that the vaults name as favourites, in their order, each once. */
export function findFavorites(names: NameIndex, vaults: readonly Vault[]): string[] {
  const ids = vaults.flatMap(({ root, favorites }) => {
    return favorites.map((name) => names.inVault(root, name)?.found.id ?? null);
  });
  return [...new Set(ids)].filter((id) => id !== null);
}

function firstOf(vaults: readonly Vault[], find: (vault: Vault) => string | null): string | null {
  return vaults.map(find).find((id) => id !== null) ?? null;
}

function usualHome(notes: readonly PublicNote[], vaults: readonly Vault[]): string | null {
  const top = new Map<string, string>();
  for (const { id, note } of notes) {
    const key = nameKey(note.name);
    if (!top.has(key)) top.set(key, id);
  }
  const named = usual.map((name) => top.get(name)).find((id) => id !== undefined);
  if (named !== undefined) return named;
  const isLogseq = vaults.length > 0 && vaults.every(({ dialect }) => dialect === 'logseq');
  if (isLogseq && vaults.some(({ root }) => hasJournals(notes, root))) return journalsHome;
  return top.get('readme') ?? null;
}

function hasJournals(notes: readonly PublicNote[], root: string): boolean {
  return notes.some(({ note }) => note.vault === root && note.journal !== null);
}

/** `permalink: /` marks it for Obsidian Publish, `dg-home` for the Digital Garden plugin. */
function isMarkedHome({ properties }: Note): boolean {
  return properties.some(({ key, value }) => {
    if (/^permalink$/i.test(key)) return typeof value === 'string' && value.trim() === '/';
    return /^(?:dg-)?home$/i.test(key) && value === true;
  });
}
