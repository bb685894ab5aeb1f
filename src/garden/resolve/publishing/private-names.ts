/** Removes names of unpublished notes from tags, favourites and the home page. */
import type { Vault } from '../../note.ts';
import { tagName } from '../../tag-key.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import type { NameIndex } from '../lookup/name-index.ts';
import { folderOf } from '../lookup/name-key.ts';

/**
 * The notes without tags that are, or are below, unpublished pages: in Logseq a tag is a page.
 */
export function withoutPrivateTags<Known extends KnownNote>(
  notes: readonly Known[],
  names: NameIndex,
): Known[] {
  return notes.map((known) => {
    const { note } = known;
    if (note.dialect !== 'logseq') return known;
    const tags = note.tags.filter((tag) => !isBelowPrivate(note.vault, tagName(tag), names));
    return tags.length === note.tags.length ? known : { ...known, note: { ...note, tags } };
  });
}

/** The vaults without a home page and favourites that are not published. */
export function withoutPrivateNames(vaults: readonly Vault[], names: NameIndex): readonly Vault[] {
  return vaults.map((vault) => ({
    ...vault,
    home: vault.home !== null && isPrivate(vault.root, vault.home, names) ? null : vault.home,
    favorites: vault.favorites.filter((name) => !isPrivate(vault.root, name, names)),
  }));
}

function isBelowPrivate(vault: string, tag: string, names: NameIndex): boolean {
  for (let name = tag; name !== ''; name = folderOf(name)) {
    if (isPrivate(vault, name, names)) return true;
  }
  return false;
}

function isPrivate(vault: string, name: string, names: NameIndex): boolean {
  return names.anywhere(vault, name)?.found.id === null;
}
