/** From what a link's name means to where the link leads. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Target } from '../../garden.ts';
import type { Link, Note } from '../../note.ts';
import type { Found } from '../lookup/find.ts';
import { tagKey } from '../page/tag-key.ts';
import { findAnchor } from './anchors.ts';
import type { Suggestions } from './edit-distance.ts';
import type { Ghosts } from './ghosts.ts';
import {
  aliasOnly,
  ambiguous,
  missingAnchor,
  privateLink,
  unresolved,
} from './link-diagnostics.ts';

export interface ResolvedLinks {
  /** Parallel to the note's links. */
  readonly targets: readonly Target[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where each link of a published note leads (`found` is parallel to them), with what is to be said about it. */
export function resolveLinks(
  note: Note,
  found: readonly Found[],
  ghosts: Ghosts,
  names: Suggestions,
): ResolvedLinks {
  const diagnostics: Diagnostic[] = [];
  const targets = note.links.map((link, index): Target => {
    const match = found[index] ?? { kind: 'nothing' };
    if (match.kind === 'nothing') return withoutNote(note, link, ghosts, names, diagnostics);
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
  if (found.kind === 'note') {
    if (found.candidates.length > 0) diagnostics.push(ambiguous(note, link, found.candidates));
    if (found.byAlias) diagnostics.push(aliasOnly(note, link, known));
  }
  if (known.id === null) {
    diagnostics.push(privateLink(note, link, known));
    return { kind: 'private' };
  }
  if (found.kind === 'block') return { kind: 'note', id: known.id, fragment: found.block.fragment };
  const fragment = link.anchor ? findAnchor(known.note, link.anchor) : '';
  if (fragment === null && link.anchor) {
    diagnostics.push(missingAnchor(note, link, known.note, link.anchor));
  }
  return { kind: 'note', id: known.id, fragment: fragment ?? '' };
}

function withoutNote(
  note: Note,
  link: Link,
  ghosts: Ghosts,
  names: Suggestions,
  diagnostics: Diagnostic[],
): Target {
  if (link.kind === 'tag') return { kind: 'tag', tag: tagKey(link.name) };
  const ghost = link.by === 'block' ? null : ghosts.find(note.vault, link.name);
  if (ghost) return { kind: 'ghost', id: ghost.id };
  diagnostics.push(unresolved(note, link, names));
  return { kind: 'unresolved' };
}
