/** The publishing decision of every note, from the notes, the vaults and the owner's policy. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Policy } from '../../garden.ts';
import type { Note, Vault } from '../../note.ts';
import type { Access, PublishingDecision } from '../../publishing.ts';
import { nameKey, pathIn } from '../lookup/name-key.ts';
import { vaultKey } from '../lookup/vaults.ts';
import { decidePublishing, isOwnReason } from './decide-publishing.ts';
import { type HiddenPaths, readHiddenPaths } from './hidden-paths.ts';
import { readIgnoredPaths } from './ignored-paths.ts';

export interface Publishing {
  /** By path of the note, in the order of the notes. */
  readonly decisions: ReadonlyMap<string, PublishingDecision>;
  /** How many notes hide themselves by a switch. */
  readonly private: number;
  /** How many others are not published. */
  readonly unpublished: number;
  /** 'invalid-config' where a vault hides paths by an expression that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Decides for every note whether it is published (see `decidePublishing`). */
export function decideAll(
  notes: readonly Note[],
  vaults: readonly Vault[],
  policy: Policy,
): Publishing {
  const rules = new Map(vaults.map((vault) => [vaultKey(vault), vaultRule(vault, notes)]));
  const privatePages = findPrivatePages(notes);
  const accesses = findAccesses(notes);
  const isIgnored = readIgnoredPaths(policy.ignore ?? []);
  const decisions = new Map(
    notes.map((note): [string, PublishingDecision] => {
      const privatePage = privatePages.get(pageOf(note)) ?? note.path;
      const decision = decidePublishing({
        dialect: note.dialect,
        visibility: note.visibility,
        switchKey: note.switchKey,
        access: accesses.get(pageOf(note)),
        twin: privatePage === note.path ? null : privatePage,
        ignoredBy: isIgnored(note.path),
        vault: vaultInputs(note, rules.get(vaultKey(note))),
        policy: policy.publish,
      });
      return [note.path, withOrigin(decision, note, policy)];
    }),
  );
  const reasons = [...decisions.values()].flatMap((decision) =>
    decision.published ? [] : decision.reason,
  );
  return {
    decisions,
    private: reasons.filter(isOwnReason).length,
    unpublished: reasons.filter((reason) => !isOwnReason(reason)).length,
    diagnostics: [...rules.values()].flatMap(unreadablePatterns),
  };
}

/** The decision with where its rule comes from, which says what its owner can change. */
function withOrigin(
  decision: PublishingDecision,
  { dialect }: Note,
  { ignoredByDefault = [] }: Policy,
): PublishingDecision {
  if (decision.published) return decision;
  const { reason } = decision;
  if (reason.kind === 'ignored' && ignoredByDefault.includes(reason.pattern)) {
    return { published: false, reason: { ...reason, isDefault: true } };
  }
  if (reason.kind !== 'opt-in' || reason.because !== '') return decision;
  return { published: false, reason: { ...reason, settingsOf: dialect } };
}

/** Path of the first private file of each page that has one. */
function findPrivatePages(notes: readonly Note[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const note of notes) {
    if (note.visibility === 'public' || note.visibility === 'unset') continue;
    if (!pages.has(pageOf(note))) pages.set(pageOf(note), note.path);
  }
  return pages;
}

/** The access of each page of which a file is not to be listed; a password goes before all else. */
function findAccesses(notes: readonly Note[]): ReadonlyMap<string, Access> {
  const accesses = new Map<string, Access>();
  for (const note of notes) {
    const known = accesses.get(pageOf(note));
    if (note.access === undefined || known?.kind === 'password') continue;
    accesses.set(pageOf(note), note.access);
  }
  return accesses;
}

/** Identity of a page among those of all vaults: only Logseq merges files of one name. */
function pageOf(note: Note): string {
  return note.dialect === 'logseq' ? `${note.vault}\n${nameKey(note.name)}` : note.path;
}

interface VaultRule {
  readonly vault: Vault;
  readonly publishing: Vault['publishing'];
  readonly optInBecause: string;
  readonly hidden: HiddenPaths;
}

/**
 * How a vault publishes. Where one note of an Obsidian vault asks to be published, the others were left
 * out on purpose, whatever its settings say; a switch that cannot be read may have been meant as a yes.
 */
function vaultRule(vault: Vault, notes: readonly Note[]): VaultRule {
  const hidden = readHiddenPaths(vault);
  const asking =
    vault.dialect === 'obsidian' && vault.publishing === 'all'
      ? notes.find((note) => note.asksToBePublished && vaultKey(note) === vaultKey(vault))
      : undefined;
  const publishing = asking === undefined ? vault.publishing : 'opt-in';
  return { vault, publishing, optInBecause: asking?.path ?? '', hidden };
}

function vaultInputs(note: Note, rule: VaultRule | undefined) {
  if (rule === undefined) return null;
  const { vault, publishing, optInBecause, hidden } = rule;
  return {
    publishing,
    optInBecause,
    hiddenBy: hidden.patternOf(pathIn(vault.root, note.path)),
    unreadablePattern: hidden.unreadable[0] ?? null,
  };
}

function unreadablePatterns({ vault, hidden }: VaultRule): Diagnostic[] {
  const folder = vault.root === '' ? '' : `${vault.root}/`;
  return hidden.unreadable.map((expression) => ({
    code: 'invalid-config',
    path: `${folder}.obsidian/app.json`,
    line: 1,
    column: 1,
    message: `The excluded files ${expression} are not a valid expression.`,
    hint: 'Until it can be read, only notes with `publish: true` are published.',
  }));
}
