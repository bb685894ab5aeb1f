/**
 * Who is published. Privacy fails closed: a note is public only where its own switch, its vault or
 * the owner's policy says so, and nothing marked private is ever public.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Policy } from '../../garden.ts';
import type { Note, Vault } from '../../note.ts';
import { nameKey, pathIn } from '../lookup/name-key.ts';
import { vaultKey } from '../lookup/vaults.ts';
import { readHiddenPaths } from './hidden-paths.ts';

export interface Publishing {
  readonly published: ReadonlySet<Note>;
  readonly private: number;
  readonly unpublished: number;
  /** 'invalid-config' where a vault hides paths by an expression that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decides for every note whether it is public. `policy.publish` 'vault' follows the vaults'
 * switches and hidden paths; 'all' publishes whatever is not marked private. Of two files that are
 * one Logseq page, both are private when one is.
 */
export function decidePublishing(
  notes: readonly Note[],
  vaults: readonly Vault[],
  policy: Policy,
): Publishing {
  const rules = new Map(vaults.map((vault) => [vaultKey(vault), rulesOf(vault)]));
  const privatePages = new Set(
    notes.filter((note) => note.visibility === 'private').map((note) => pageOf(note)),
  );
  const published = new Set<Note>();
  let hidden = 0;
  for (const note of notes) {
    if (note.visibility === 'private' || privatePages.has(pageOf(note))) hidden++;
    else if (policy.publish === 'all' || rules.get(vaultKey(note))?.publishes(note) === true)
      published.add(note);
  }
  return {
    published,
    private: hidden,
    unpublished: notes.length - published.size - hidden,
    diagnostics: [...rules.values()].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** What tells the pages of all vaults apart: only Logseq merges files that bear one name. */
function pageOf(note: Note): string {
  return note.dialect === 'logseq' ? `${note.vault}\n${nameKey(note.name)}` : note.path;
}

interface Rules {
  publishes(note: Note): boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function rulesOf(vault: Vault): Rules {
  const { isHidden, broken } = readHiddenPaths(vault);
  const publishes = (note: Note): boolean => {
    const hidden = isHidden(pathIn(vault.root, note.path));
    // Logseq does not read what it hides, so a switch in there says nothing.
    if (hidden) return vault.dialect === 'obsidian' && note.visibility === 'public';
    return note.visibility === 'public' || (vault.publishing === 'all' && broken.length === 0);
  };
  const folder = vault.root === '' ? '' : `${vault.root}/`;
  const diagnostics = broken.map((expression) => ({
    code: 'invalid-config' as const,
    path: `${folder}.obsidian/app.json`,
    line: 1,
    column: 1,
    message: `The excluded files ${expression} are not a valid expression.`,
    hint: 'Until it can be read, only notes with `publish: true` are published.',
  }));
  return { publishes, diagnostics };
}
