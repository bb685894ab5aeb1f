/**
 * The one place that decides whether a note is published. Privacy fails closed: a note is published
 * only where its own switch, its vault or the owner's policy says so, and nothing hides it.
 */
import type { Policy } from '../../garden.ts';
import type { Dialect, Vault, Visibility } from '../../note.ts';
import type { Access, PublishingDecision, UnpublishedReason } from '../../publishing.ts';

/** All that the decision about one note depends on. */
export interface PublishingInputs {
  readonly dialect: Dialect;
  /** What the note itself says, and the key of the property that says it ('' where none does). */
  readonly visibility: Visibility;
  readonly switchKey: string;
  /** Who can reach its page, where it or another file of the same page is not to be listed. */
  readonly access?: Access | undefined;
  /** Path of another file of the same page that hides itself by a switch, or null. */
  readonly twin: string | null;
  /** The owner's pattern that leaves the note's path out, or null. */
  readonly ignoredBy: string | null;
  /** The note's vault as far as it concerns this note; null where the vault is not known. */
  readonly vault: VaultInputs | null;
  readonly policy: Policy['publish'];
}

export interface VaultInputs {
  readonly publishing: Vault['publishing'];
  /** Path of the note that makes the vault opt-in, '' where its settings do. */
  readonly optInBecause: string;
  /** The vault's pattern that hides the note's path, or null. */
  readonly hiddenBy: string | null;
  /** A pattern of the vault that cannot be read, or null. */
  readonly unreadablePattern: string | null;
}

/** Whether the note is published, with the first reason that settles it, and who can reach its page. */
export function decidePublishing(inputs: PublishingInputs): PublishingDecision {
  const decision = decideReason(inputs);
  const { access } = inputs;
  return decision.published && access !== undefined ? { ...decision, access } : decision;
}

function decideReason(inputs: PublishingInputs): PublishingDecision {
  const { vault, visibility, switchKey } = inputs;
  const closed = closedByNote(inputs) ?? closedByPath(inputs);
  if (closed !== null) return { published: false, reason: closed };
  if (vault === null) return { published: false, reason: { kind: 'no-vault' } };
  if (visibility === 'public') {
    return { published: true, reason: { kind: 'own-switch', key: switchKey } };
  }
  const unreadable = unreadableSetting(vault);
  if (unreadable !== null) return { published: false, reason: unreadable };
  if (vault.publishing === 'all') return { published: true, reason: { kind: 'vault' } };
  if (inputs.policy === 'all') return { published: true, reason: { kind: 'policy' } };
  return { published: false, reason: { kind: 'opt-in', because: vault.optInBecause } };
}

/** Whether a reason is a switch of the note or its twin, and not the path of the note. */
export function isOwnReason({ kind }: UnpublishedReason): boolean {
  return ['own-switch', 'unclear-switch', 'unreadable', 'twin'].includes(kind);
}

function closedByNote({ visibility, switchKey, twin }: PublishingInputs): UnpublishedReason | null {
  if (visibility === 'private') return { kind: 'own-switch', key: switchKey };
  if (visibility === 'unclear') return { kind: 'unclear-switch', key: switchKey };
  if (visibility === 'unreadable') return { kind: 'unreadable' };
  return twin === null ? null : { kind: 'twin', path: twin };
}

/**
 * What the owner leaves out is never published. Obsidian only leaves its excluded files out of lists,
 * so a clear yes in one of them holds; Logseq does not read what it hides, so a switch in there says
 * nothing.
 */
function closedByPath({
  dialect,
  visibility,
  ignoredBy,
  vault,
}: PublishingInputs): UnpublishedReason | null {
  if (ignoredBy !== null) return { kind: 'ignored', pattern: ignoredBy };
  const hiddenBy = vault?.hiddenBy ?? null;
  if (hiddenBy === null || (dialect === 'obsidian' && visibility === 'public')) return null;
  return { kind: 'hidden-path', pattern: hiddenBy };
}

function unreadableSetting({
  publishing,
  unreadablePattern,
}: VaultInputs): UnpublishedReason | null {
  if (publishing === 'unreadable') return { kind: 'unreadable-settings', setting: '' };
  if (unreadablePattern === null) return null;
  return { kind: 'unreadable-settings', setting: unreadablePattern };
}
