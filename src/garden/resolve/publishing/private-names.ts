/** Removes names of unpublished notes from titles, aliases, tags, favourites and the home page. */
import { escapePattern } from '../../escape.ts';
import { noteTextsFor } from '../../interface-texts/note-texts.ts';
import type { Link, Note, Vault } from '../../note.ts';
import { tagName } from '../../tag-key.ts';
import { findLink, type Indexes, unpublishedIn } from '../lookup/find.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import type { NameIndex } from '../lookup/name-index.ts';
import { lastSegment } from '../lookup/name-key.ts';

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

/**
 * The notes with titles and aliases as words: a wiki link in one is its label or its note's name. In a title
 * the name of an unpublished note is replaced; an alias with one, and in Logseq one that is one, is dropped.
 */
export function withPublicNames<Known extends KnownNote>(
  notes: readonly Known[],
  indexes: Indexes,
): Known[] {
  return notes.map((known) => {
    const { note } = known;
    const written = note.aliases.filter((alias) => !isPrivateAlias(note, alias, indexes));
    const aliases = written.map((alias) => withoutBrackets(note, alias, indexes));
    const title = withoutBrackets(note, note.title, indexes);
    const isSame = title === note.title && aliases.every((alias, at) => alias === note.aliases[at]);
    if (isSame && aliases.length === note.aliases.length) return known;
    return { ...known, note: { ...note, title, aliases } };
  });
}

function isPrivateAlias(note: Note, alias: string, indexes: Indexes): boolean {
  if (note.dialect === 'logseq') return isBelowPrivate(note.vault, alias, indexes.names);
  return linksIn(note, alias).some((link) => isUnpublished(link, note, indexes));
}

function withoutBrackets(note: Note, text: string, indexes: Indexes): string {
  const hidden = noteTextsFor(note.lang).privateName;
  return linksIn(note, text).reduce((shown, link) => {
    if (isUnpublished(link, note, indexes)) return shown.replaceAll(asWritten(link), hidden);
    // Obsidian shows a Markdown link in a property as it is written.
    return link.uncounted
      ? shown
      : shown.replaceAll(link.source, link.label || lastSegment(link.name));
  }, text);
}

/** A link with its brackets; the source of an uncounted one is the address in them. */
function asWritten({ source, uncounted }: Link): string | RegExp {
  return uncounted
    ? new RegExp(`\\[[^[\\]]*\\]\\(<?${escapePattern(source)}[^)]*\\)`, 'gu')
    : source;
}

/** The links of Obsidian's properties that stand in a text; a name in Logseq may have brackets. */
function linksIn({ dialect, links }: Note, text: string): Link[] {
  if (dialect === 'logseq' || !/\[\[|\]\(/u.test(text)) return [];
  return links.filter(
    ({ kind, source, uncounted }) => (kind === 'property' || uncounted) && text.includes(source),
  );
}

function isUnpublished(link: Link, note: Note, indexes: Indexes): boolean {
  const found = findLink(link, note, indexes);
  return found.kind === 'note' && found.known.id === null;
}

/** The vaults without a home page and favourites that are not published. */
export function withoutPrivateNames(vaults: readonly Vault[], names: NameIndex): readonly Vault[] {
  return vaults.map((vault) => ({
    ...vault,
    home: vault.home !== null && isPrivate(vault.root, vault.home, names) ? null : vault.home,
    favorites: vault.favorites.filter((name) => !isPrivate(vault.root, name, names)),
  }));
}

/** Whether a name is that of an unpublished page, is below one, or has one in its brackets. */
function isBelowPrivate(vault: string, tag: string, names: NameIndex): boolean {
  return isPrivate(vault, tag, names) || unpublishedIn(vault, tag, names) !== undefined;
}

function isPrivate(vault: string, name: string, names: NameIndex): boolean {
  return names.anywhere(vault, name)?.found.id === null;
}
