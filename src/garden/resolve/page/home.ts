/** Finds the note for the home page. */
import type { Note, Vault } from '../../note.ts';
import type { PublicNote } from '../lookup/known-note.ts';
import type { NameIndex } from '../lookup/name-index.ts';
import { nameKey } from '../lookup/name-key.ts';

// Usual names of a vault's first note, in order of preference.
const usual = [
  'index',
  'home',
  'home page',
  'homepage',
  '首页',
  '主页',
  'start here',
  'readme',
  'contents',
];

/**
 * Id of the home note: the owner's choice, else the home page in a vault's settings, else a note that a
 * property marks as home, else a note at the top of a vault with a usual name; null where no published
 * note is one.
 */
export function findHome(
  notes: readonly PublicNote[],
  names: NameIndex,
  vaults: readonly Vault[],
  chosen = '',
): string | null {
  for (const { root } of vaults) {
    const id = chosen === '' ? null : names.inVault(root, chosen)?.found.id;
    if (id) return id;
  }
  for (const { root, home } of vaults) {
    const id = home === null ? null : names.inVault(root, home)?.found.id;
    if (id) return id;
  }
  const marked = notes.find(({ note }) => isMarkedHome(note));
  if (marked) return marked.id;
  const top = new Map<string, string>();
  for (const { id, note } of notes) {
    const key = nameKey(note.name);
    if (!top.has(key)) top.set(key, id);
  }
  return usual.map((name) => top.get(name)).find((id) => id !== undefined) ?? null;
}

/** `dg-home` is how the Digital Garden plugin of Obsidian marks it. */
function isMarkedHome({ properties }: Note): boolean {
  return properties.some(({ key, value }) => /^(?:dg-)?home$/i.test(key) && value === true);
}
