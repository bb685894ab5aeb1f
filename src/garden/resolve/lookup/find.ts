/** Looks up the name in a link, before anchors and ghosts. */
import type { Asset } from '../../garden.ts';
import type { Link, Note } from '../../note.ts';
import { formerPath } from '../address/former/former-path.ts';
import type { AssetIndex } from './asset-index.ts';
import type { FoundBlock } from './block-index.ts';
import type { FileIndex } from './file-index.ts';
import type { KnownNote } from './known-note.ts';
import type { NameIndex } from './name-index.ts';
import { folderOf, lastSegment, withoutNoteExtension } from './name-key.ts';

/**
 * A match that the program itself would not make. 'alias': an Obsidian link matches only an alias or
 * title. 'label': a Logseq link is written as `[[page|label]]`, which Logseq takes for one name.
 */
export type LenientMatch = 'none' | 'alias' | 'label';

export type Found =
  | {
      readonly kind: 'note';
      readonly known: KnownNote;
      /** All notes that match where there are several, the one used first; else empty. */
      readonly candidates: readonly KnownNote[];
      /** Why the program itself would not resolve the link. */
      readonly lenient: LenientMatch;
    }
  | ({ readonly kind: 'block' } & FoundBlock)
  | { readonly kind: 'asset'; readonly asset: Asset }
  | { readonly kind: 'nothing' };

/** The indexes that links are looked up in. */
export interface Indexes {
  readonly names: NameIndex;
  readonly files: FileIndex<KnownNote>;
  readonly assets: AssetIndex;
  readonly blocks: ReadonlyMap<string, FoundBlock>;
  /** Every note by its path. */
  readonly known: ReadonlyMap<string, KnownNote>;
  /** Notes by the addresses that their properties or a former program gave them, in lower case. */
  readonly addresses: ReadonlyMap<string, KnownNote>;
}

const nothing: Found = { kind: 'nothing' };

/** The note, block or file that `link` of `note` refers to, published or not. */
export function findLink(link: Link, note: Note, indexes: Indexes): Found {
  if (link.by === 'block') return findBlock(link, indexes);
  if (link.kind === 'tag') return findTag(link, note, indexes);
  if (link.name === '') return found(indexes.known.get(note.path));
  const match =
    link.by === 'name' ? findByName(link, note, indexes) : findByPath(link, note, indexes);
  return match.kind === 'nothing' ? unpublishedMeant(link, note, indexes) : match;
}

/**
 * The unpublished note that a name with a slip in it means, such as two blanks or a `^` that should follow `#`:
 * shown as it is written, it would tell the note's name.
 */
function unpublishedMeant(link: Link, note: Note, indexes: Indexes): Found {
  const name = link.name
    .replace(/[\^#|].*$/su, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '' || name === link.name) return nothing;
  const meant = findLink({ ...link, name }, note, indexes);
  return meant.kind === 'note' && meant.known.id === null ? meant : nothing;
}

function findBlock(link: Link, { blocks }: Indexes): Found {
  const id = link.anchor?.kind === 'block' ? link.anchor.id : link.name;
  const place = blocks.get(id.toLowerCase());
  return place ? { kind: 'block', ...place } : nothing;
}

/** In Logseq a tag is a page; in Obsidian tags and notes are unrelated. */
function findTag(link: Link, note: Note, { names }: Indexes): Found {
  if (note.dialect !== 'logseq') return nothing;
  const match = names.anywhere(note.vault, link.name);
  return found(match?.found ?? unpublishedIn(note.vault, link.name, names));
}

function findByName(link: Link, note: Note, { names, assets }: Indexes): Found {
  const match = names.anywhere(note.vault, link.name);
  if (match) return found(match.found);
  const bar = link.name.indexOf('|');
  const labelled = bar < 0 ? null : names.inVault(note.vault, link.name.slice(0, bar));
  if (labelled) return found(labelled.found, [], 'label');
  const asset = hasFileExtension(link.name) ? assets.find(link, note) : null;
  return asset ? { kind: 'asset', asset } : found(unpublishedIn(note.vault, link.name, names));
}

/**
 * The unpublished page above a name, or in its brackets (`[[a [[b]]]]`): a ghost of that name would leak the
 * private page's.
 */
export function unpublishedIn(
  vault: string,
  name: string,
  names: NameIndex,
): KnownNote | undefined {
  const inside = [...name.matchAll(/\[\[([^[\]]+)\]\]/g)].map(([, inner = '']) => inner);
  for (const part of [
    ...foldersOf(name),
    ...inside.flatMap((each) => [each, ...foldersOf(each)]),
  ]) {
    const match = names.anywhere(vault, part);
    const hidden = match === null ? undefined : hiddenOnly(match.found);
    if (hidden !== undefined) return hidden;
  }
  return undefined;
}

/** The names above a name, the nearest first. */
function foldersOf(name: string): string[] {
  const above = folderOf(name);
  return above === '' ? [] : [above, ...foldersOf(above)];
}

function findByPath(link: Link, note: Note, indexes: Indexes): Found {
  const { names, files, assets } = indexes;
  const asset = hasFileExtension(link.name) ? assets.find(link, note) : null;
  if (asset) return { kind: 'asset', asset };
  const relative = !/^!?\[\[/.test(link.source) && link.kind !== 'property';
  const place = { path: note.path, vault: note.vault };
  for (const name of pathsOf(link.name).flatMap(withoutFinalHash)) {
    const match = files.find(name, place, relative);
    if (match) return found(match.found, match.candidates);
  }
  const elsewhere = findElsewhere(link, note, names);
  if (elsewhere.kind !== 'nothing') return elsewhere;
  const byAddress = findByAddress(link, indexes);
  return byAddress.kind === 'nothing' ? found(unpublishedAt(link, note, names)) : byAddress;
}

/** The unpublished note of which a path that leads nowhere has the name, with words after a `?` or without. */
function unpublishedAt({ name }: Link, { vault }: Note, names: NameIndex): KnownNote | undefined {
  const paths = [name, name.replace(/\?.*$/s, '')].flatMap(pathsOf);
  const all = paths.flatMap((path) => [path, lastSegment(path)]);
  const match = all
    .map((path) => names.anywhere(vault, path)?.found)
    .find((each) => each !== undefined);
  return match === undefined ? undefined : hiddenOnly(match);
}

/** An unpublished note as one that nothing leads to. */
function hiddenOnly({ unlisted: _, ...known }: KnownNote): KnownNote | undefined {
  return known.id === null ? known : undefined;
}

/** `[a post](/2024/05/01/a.html)`: links between the posts of a blog are their addresses. */
function findByAddress({ name }: Link, { addresses }: Indexes): Found {
  const path = name.startsWith('/') ? formerPath(name) : null;
  return found(path === null ? undefined : addresses.get(path.toLowerCase()));
}

/** Own aliases and titles, then the other vaults; in Logseq a dead path falls back to its label. */
function findElsewhere(link: Link, note: Note, names: NameIndex): Found {
  const name = withoutNoteExtension(link.name);
  const own = names.inVault(note.vault, name);
  const isUsual = note.dialect === 'logseq' || own?.by === 'journal';
  if (own) return found(own.found, [], isUsual ? 'none' : 'alias');
  const other = names.elsewhere(note.vault, name)?.found;
  if (other || note.dialect === 'obsidian') return found(other);
  const byLabel =
    names.inVault(note.vault, lastSegment(name)) ?? names.inVault(note.vault, link.label);
  return found(byLabel?.found);
}

/** 'a.md' is 'a', and a folder stands for its index note. */
function pathsOf(name: string): string[] {
  const plain = withoutNoteExtension(name.replaceAll('\\', '/')).replace(/\/+$/, '');
  return plain === '' ? [] : [plain, `${plain}/index`, `${plain}/_index`];
}

/** Obsidian reads `[[C#]]` as the note C; where there is none, the note “C#” is meant. */
function withoutFinalHash(name: string): string[] {
  return name.endsWith('#') ? [name.replace(/#+$/, ''), name] : [name];
}

function found(
  known: KnownNote | undefined,
  candidates: readonly KnownNote[] = [],
  lenient: LenientMatch = 'none',
): Found {
  if (!known) return nothing;
  return { kind: 'note', known, candidates: candidates.length > 1 ? candidates : [], lenient };
}

const noteExtensions = new Set(['md', 'mdx', 'markdown']);

/** Whether a name ends in the extension of a file that is not a note. */
export function hasFileExtension(name: string): boolean {
  const extension = /\.([a-z0-9]{1,12})$/i.exec(name)?.[1];
  return extension !== undefined && !noteExtensions.has(extension.toLowerCase());
}
