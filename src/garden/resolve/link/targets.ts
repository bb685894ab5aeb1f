/** Turns the result of a link's lookup into its target. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Suggestions } from '../../edit-distance.ts';
import type { Target } from '../../garden.ts';
import type { Link, Note } from '../../note.ts';
import { tagKey } from '../../tag-key.ts';
import type { Found } from '../lookup/find.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import { withoutNoteExtension } from '../lookup/name-key.ts';
import { findAnchor } from './anchors.ts';
import type { Ghosts } from './ghosts.ts';
import {
  aliasOnly,
  ambiguous,
  labelInName,
  missingAnchor,
  privateLink,
  unresolved,
} from './link-diagnostics.ts';

export interface ResolvedLinks {
  /** Parallel to the note's links. */
  readonly targets: readonly Target[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages other than notes that a name may lead to. */
export interface Pages {
  readonly ghosts: Ghosts;
  /** Keys of the garden's tags. */
  readonly tags: ReadonlySet<string>;
  /** Whether the links are of a note in no list: they make no pages of their own. */
  readonly isUnlisted?: boolean;
}

/** The target of each link of a published note, with diagnostics. `found` is parallel to the links. */
export function resolveLinks(
  note: Note,
  found: readonly Found[],
  pages: Pages,
  names: Suggestions,
): ResolvedLinks {
  const diagnostics: Diagnostic[] = [];
  const targets = note.links.map((link, index): Target => {
    const match = found[index] ?? { kind: 'nothing' };
    if (match.kind === 'nothing') return withoutNote(note, link, pages, names, diagnostics);
    return targetOf(note, link, match, diagnostics);
  });
  return { targets, diagnostics };
}

function targetOf(
  note: Note,
  link: Link,
  found: Exclude<Found, { kind: 'nothing' }>,
  diagnostics: Diagnostic[],
): Target {
  if (found.kind === 'asset') {
    const fragment = link.anchor?.kind === 'heading' ? link.anchor.path.join('#') : '';
    return { kind: 'asset', path: found.asset.path, fragment };
  }
  const { known } = found;
  if (found.kind === 'note') diagnostics.push(...linkWarnings(note, link, found));
  if (known.id === null) {
    if (known.unlisted !== undefined)
      return unlistedTarget(note, link, known, known.unlisted, blockFragment(found));
    diagnostics.push(privateLink(note, link, known));
    return { kind: 'private' };
  }
  if (found.kind === 'block') return { kind: 'note', id: known.id, fragment: found.block.fragment };
  return { kind: 'note', id: known.id, fragment: fragmentOf(note, link, known.note, diagnostics) };
}

function blockFragment(found: Found): string {
  return found.kind === 'block' ? found.block.fragment : '';
}

/** A page that is in no list: a link leads to it and tells nothing of it, without a password not even its name. */
function unlistedTarget(
  note: Note,
  link: Link,
  known: KnownNote,
  { id, access }: NonNullable<KnownNote['unlisted']>,
  block: string,
): Target {
  const fragment = block || fragmentOf(note, link, known.note, []);
  if (known.note.path === note.path) return { kind: 'note', id, fragment };
  const permalink = `/${id}/`;
  if (access.kind === 'password') {
    return { kind: 'private', locked: { permalink, title: access.title } };
  }
  const heading = known.note.headings.find((each) => each.fragment === fragment);
  // The fragment of a heading spells the names in it, which may be private.
  const hasLinks = known.note.links.some(({ line }) => line === heading?.line);
  return { kind: 'unlisted', permalink, fragment: hasLinks ? '' : fragment };
}

/** The fragment that the link refers to; '' for the whole note, also where the fragment is missing. */
function fragmentOf(note: Note, link: Link, target: Note, diagnostics: Diagnostic[]): string {
  if (!link.anchor) return '';
  const fragment = findAnchor(target, link.anchor);
  if (fragment === null) diagnostics.push(missingAnchor(note, link, target, link.anchor));
  return fragment ?? '';
}

/** Diagnostics for links that only we resolve, or that match several notes. */
function linkWarnings(
  note: Note,
  link: Link,
  { known, candidates, lenient }: Extract<Found, { kind: 'note' }>,
): Diagnostic[] {
  if (candidates.length > 0) return [ambiguous(note, link, candidates)];
  if (lenient === 'alias') return [aliasOnly(note, link, known)];
  return lenient === 'label' ? [labelInName(note, link)] : [];
}

function withoutNote(
  note: Note,
  link: Link,
  { ghosts, tags, isUnlisted = false }: Pages,
  names: Suggestions,
  diagnostics: Diagnostic[],
): Target {
  const tag = tagKey(link.name);
  if (link.kind === 'tag' && (tags.has(tag) || !(link.uncounted || isUnlisted))) {
    return { kind: 'tag', tag };
  }
  const name = link.by === 'path' ? withoutNoteExtension(link.name) : link.name;
  const ghost = ghosts.find(note.vault, name);
  if (ghost) return { kind: 'ghost', id: ghost.id };
  if (link.by === 'name' && tags.has(tag)) return { kind: 'tag', tag };
  // An uncounted name of a page, and one in an unlisted note, makes no ghost: no fault of the note.
  if (!(link.uncounted || isUnlisted) || link.by !== 'name')
    diagnostics.push(unresolved(note, link, names));
  return { kind: 'unresolved' };
}
