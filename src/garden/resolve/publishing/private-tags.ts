/** Tags that name a private page: in Logseq a tag is a page, so they must not be told either. */
import type { KnownNote } from '../lookup/known-note.ts';
import type { NameIndex } from '../lookup/name-index.ts';
import { folderOf } from '../lookup/name-key.ts';
import { tagName } from '../page/tag-key.ts';

/** The notes without those of their tags that are, or stand below, pages that are not published. */
export function withoutPrivateTags<Known extends KnownNote>(
  notes: readonly Known[],
  names: NameIndex,
): Known[] {
  return notes.map((known) => {
    const { note } = known;
    if (note.dialect !== 'logseq') return known;
    const tags = note.tags.filter((tag) => !isPrivate(note.vault, tagName(tag), names));
    return tags.length === note.tags.length ? known : { ...known, note: { ...note, tags } };
  });
}

function isPrivate(vault: string, tag: string, names: NameIndex): boolean {
  for (let name = tag; name !== ''; name = folderOf(name)) {
    if (names.anywhere(vault, name)?.found.id === null) return true;
  }
  return false;
}
