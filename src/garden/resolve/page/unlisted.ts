/**
 * Notes that are published and in no list. They are resolved after all others and add nothing to them:
 * no backlink, no ghost, no tag, no mention.
 */
import { compareText, type Diagnostic } from '../../diagnostic.ts';
import type { Suggestions } from '../../edit-distance.ts';
import type { UnlistedNote } from '../../garden.ts';
import { fingerprint } from '../../hash.ts';
import type { Note } from '../../note.ts';
import type { Access } from '../../publishing.ts';
import { slugOf } from '../address/slug.ts';
import { type Pages, resolveLinks } from '../link/targets.ts';
import { findLink, type Indexes } from '../lookup/find.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import { referencedAssets } from './assemble.ts';

/**
 * The note as its address is derived from it. That of a locked note tells nothing: it is the owner's
 * `permalink`, else it comes from the title that the owner chose for everybody, else from a fingerprint.
 */
export function addressedNote(note: Note, access: Access | undefined): Note {
  if (access?.kind !== 'password' || note.permalink !== null) return note;
  const address = access.title === '' ? `locked/${fingerprint(note.path)}` : slugOf(access.title);
  return { ...note, permalink: address };
}

export interface ResolvedUnlisted {
  /** By id, in order of id. */
  readonly notes: ReadonlyMap<string, UnlistedNote>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The notes among `known` that are in no list. Their links to missing pages lead nowhere. */
export function resolveUnlisted(
  known: readonly KnownNote[],
  indexes: Indexes,
  pages: Omit<Pages, 'isUnlisted'>,
  names: Suggestions,
): ResolvedUnlisted {
  const all: Diagnostic[] = [];
  const entries = known.flatMap(({ note, unlisted }): UnlistedNote[] => {
    if (unlisted === undefined) return [];
    const { id, access } = unlisted;
    const found = note.links.map((link) => findLink(link, note, indexes));
    const resolved = resolveLinks(note, found, { ...pages, isUnlisted: true }, names);
    all.push(...resolved.diagnostics);
    const image = indexes.assets.imageOf(note);
    return [
      {
        ...{ id, permalink: `/${id}/`, note, targets: resolved.targets, access },
        ...{ backlinks: [], children: [], ancestors: [] },
        ...(image ? { image: image.path } : {}),
        files: referencedAssets([{ note, targets: resolved.targets }], indexes.assets),
      },
    ];
  });
  entries.sort((a, b) => compareText(a.id, b.id));
  return { notes: new Map(entries.map((entry) => [entry.id, entry])), diagnostics: all };
}
