/** Order and identity of vaults. One folder may be a Logseq graph and an Obsidian vault at once. */
import { compareText } from '../../diagnostic.ts';
import type { Note, Vault } from '../../note.ts';

/** The vaults in order of root, then dialect. */
export function sortVaults(vaults: readonly Vault[]): readonly Vault[] {
  return vaults.toSorted(
    (a, b) => compareText(a.root, b.root) || compareText(a.dialect, b.dialect),
  );
}

/** Identity of a vault; the same for a note and its vault. */
export function vaultKey(of: Vault | Note): string {
  return `${of.dialect} ${'root' in of ? of.root : of.vault}`;
}

/** Root of the innermost vault that contains a path. */
export function innermostRoot(path: string, vaults: readonly Vault[]): string {
  let innermost = '';
  for (const { root } of vaults) {
    if (root.length > innermost.length && path.startsWith(`${root}/`)) innermost = root;
  }
  return innermost;
}
