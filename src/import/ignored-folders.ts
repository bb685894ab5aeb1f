/** What is left out besides what the owner lists: folders of templates and of private notes. */
import type { Policy } from '../garden/garden.ts';
import type { Vault } from '../garden/note.ts';

/**
 * In every vault; a folder of templates counts at its top only, since it may be a subject below. `_drafts` is
 * that of Jekyll and Hexo.
 */
const everywhere = ['private/', '_drafts/', '/templates/'];

/**
 * The policy with all patterns that hold: those of every vault, the folders in which its programs keep
 * templates, and the owner's. An owner's `!templates/` takes the pattern of that name back.
 */
export function withIgnoredFolders(policy: Policy, vaults: readonly Vault[]): Policy {
  const own = policy.ignore ?? [];
  const kept = new Set(
    own.filter((pattern) => pattern.startsWith('!')).map((pattern) => nameOf(pattern.slice(1))),
  );
  const given = vaults.flatMap((vault) =>
    [...everywhere, ...(vault.templateFolders ?? []).map((folder) => `/${folder}/`)]
      .filter((pattern) => !kept.has(nameOf(pattern)) && !kept.has(lastName(pattern)))
      .map((pattern) => inVault(vault, pattern)),
  );
  const written = own.filter((pattern) => !pattern.startsWith('!'));
  return {
    ...policy,
    ignore: [...new Set([...given, ...written])],
    ignoredByDefault: [...new Set(given)].filter((pattern) => !written.includes(pattern)),
  };
}

function inVault({ root }: Vault, pattern: string): string {
  if (!pattern.startsWith('/')) return pattern;
  return root === '' ? pattern : `${root}${pattern}`;
}

function lastName(pattern: string): string {
  return nameOf(pattern).replace(/^.*\//, '');
}

function nameOf(pattern: string): string {
  return pattern.replace(/^\/+|\/+$/g, '').toLowerCase();
}
