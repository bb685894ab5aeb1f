/** What a link's name means before anchors and ghosts are looked at. */
import type { Asset } from '../../garden.ts';
import type { Link, Note } from '../../note.ts';
import type { AssetIndex } from './asset-index.ts';
import type { BlockPlace } from './block-index.ts';
import type { FileIndex } from './file-index.ts';
import type { KnownNote } from './known-note.ts';
import type { NameIndex } from './name-index.ts';
import { folderOf, lastSegment, withoutNoteExtension } from './name-key.ts';

/**
 * 'alias': an Obsidian link equals only an alias or title. 'label': a Logseq link is written as
 * `[[page|label]]`, all of which would be one name.
 */
export type Liberty = 'none' | 'alias' | 'label';

export type Found =
  | {
      readonly kind: 'note';
      readonly known: KnownNote;
      /** Several notes that fit the name, the taken one first; empty when there is no doubt. */
      readonly candidates: readonly KnownNote[];
      /** Why the program itself would not follow the link. */
      readonly liberty: Liberty;
    }
  | ({ readonly kind: 'block' } & BlockPlace)
  | { readonly kind: 'asset'; readonly asset: Asset }
  | { readonly kind: 'nothing' };

/** Everything that a link can be looked up in. */
export interface Indexes {
  readonly names: NameIndex;
  readonly files: FileIndex<KnownNote>;
  readonly assets: AssetIndex;
  readonly blocks: ReadonlyMap<string, BlockPlace>;
  /** Every note by its path. */
  readonly known: ReadonlyMap<string, KnownNote>;
}

const nothing: Found = { kind: 'nothing' };

/** The note, block or file that `link` of `note` means, published or not. */
export function findLink(link: Link, note: Note, indexes: Indexes): Found {
  if (link.by === 'block') return findBlock(link, indexes);
  if (link.kind === 'tag') return findTag(link, note, indexes);
  if (link.name === '') return found(indexes.known.get(note.path));
  return link.by === 'name' ? findByName(link, note, indexes) : findByPath(link, note, indexes);
}

function findBlock(link: Link, { blocks }: Indexes): Found {
  const id = link.anchor?.kind === 'block' ? link.anchor.id : link.name;
  const place = blocks.get(id.toLowerCase());
  return place ? { kind: 'block', ...place } : nothing;
}

/** In Logseq a tag is a page; in Obsidian tags and notes have nothing to do with each other. */
function findTag(link: Link, note: Note, { names }: Indexes): Found {
  if (note.dialect !== 'logseq') return nothing;
  const match = names.anywhere(note.vault, link.name);
  return found(match?.found ?? unpublishedAbove(link.name, note, names));
}

function findByName(link: Link, note: Note, { names, assets }: Indexes): Found {
  const match = names.anywhere(note.vault, link.name);
  if (match) return found(match.found);
  const bar = link.name.indexOf('|');
  const labelled = bar < 0 ? null : names.inVault(note.vault, link.name.slice(0, bar));
  if (labelled) return found(labelled.found, [], 'label');
  const asset = hasFileExtension(link.name) ? assets.find(link, note) : null;
  return asset ? { kind: 'asset', asset } : found(unpublishedAbove(link.name, note, names));
}

/** A page that nobody wrote, below one that is not published, would tell that one's name. */
function unpublishedAbove(name: string, note: Note, names: NameIndex): KnownNote | undefined {
  for (let above = folderOf(name); above !== ''; above = folderOf(above)) {
    const match = names.anywhere(note.vault, above);
    if (match?.found.id === null) return match.found;
  }
  return undefined;
}

function findByPath(link: Link, note: Note, { names, files, assets }: Indexes): Found {
  const asset = hasFileExtension(link.name) ? assets.find(link, note) : null;
  if (asset) return { kind: 'asset', asset };
  const relative = !/^!?\[\[/.test(link.source) && link.kind !== 'property';
  const place = { path: note.path, vault: note.vault };
  for (const name of pathsOf(link.name)) {
    const match = files.find(name, place, relative);
    if (match) return found(match.found, match.candidates);
  }
  return findElsewhere(link, note, names);
}

/** Own aliases and titles, then the other vaults; in Logseq a dead path falls back on its label. */
function findElsewhere(link: Link, note: Note, names: NameIndex): Found {
  const name = withoutNoteExtension(link.name);
  const own = names.inVault(note.vault, name);
  const isOwnWay = note.dialect === 'logseq' || own?.by === 'journal';
  if (own) return found(own.found, [], isOwnWay ? 'none' : 'alias');
  const other = names.elsewhere(note.vault, name)?.found;
  if (other || note.dialect === 'obsidian') return found(other);
  const byLabel =
    names.inVault(note.vault, lastSegment(name)) ?? names.inVault(note.vault, link.label);
  return found(byLabel?.found);
}

/** 'a.md' is 'a', and a folder means the note that it opens with. */
function pathsOf(name: string): string[] {
  const plain = withoutNoteExtension(name.replaceAll('\\', '/')).replace(/\/+$/, '');
  return plain === '' ? [] : [plain, `${plain}/index`, `${plain}/_index`];
}

function found(
  known: KnownNote | undefined,
  candidates: readonly KnownNote[] = [],
  liberty: Liberty = 'none',
): Found {
  if (!known) return nothing;
  return { kind: 'note', known, candidates: candidates.length > 1 ? candidates : [], liberty };
}

const noteExtensions = new Set(['md', 'mdx', 'markdown']);

/** Whether a name ends like a file that is no note. */
export function hasFileExtension(name: string): boolean {
  const extension = /\.([a-z0-9]{1,12})$/i.exec(name)?.[1];
  return extension !== undefined && !noteExtensions.has(extension.toLowerCase());
}
