/** Everything that links are looked up in, built once for all notes. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Asset, Policy } from '../../garden.ts';
import type { Vault } from '../../note.ts';
import { readHiddenPaths } from '../publishing/hidden-paths.ts';
import { AssetIndex, vaultOf } from './asset-index.ts';
import { indexBlocks } from './block-index.ts';
import { FileIndex } from './file-index.ts';
import type { Indexes } from './find.ts';
import type { KnownNote } from './known-note.ts';
import { NameIndex } from './name-index.ts';
import { joinPath, pathIn } from './name-key.ts';

/** Indexes of `notes` (sorted by path), with 'duplicate-name', 'duplicate-alias', 'duplicate-block'. */
export function indexNotes(
  notes: readonly KnownNote[],
  assets: readonly Asset[],
  vaults: readonly Vault[],
  policy: Policy,
): { readonly indexes: Indexes; readonly diagnostics: readonly Diagnostic[] } {
  const names = new NameIndex(notes, vaults);
  const files = new FileIndex<KnownNote>();
  for (const known of notes) {
    files.add(known, joinPath(known.note.vault, known.file) ?? known.file, known.note.vault);
  }
  const { blocks, diagnostics } = indexBlocks(notes);
  const indexes = {
    names,
    files,
    assets: new AssetIndex(visibleAssets(assets, vaults, policy), vaults),
    blocks,
    known: new Map(notes.map((known) => [known.note.path, known])),
  };
  return { indexes, diagnostics: [...names.diagnostics, ...diagnostics] };
}

/**
 * Files of which the vault says that they are no part of it are not there. In Obsidian excluded files
 * are only left out of its search, so a note that shows one means to.
 */
function visibleAssets(
  assets: readonly Asset[],
  vaults: readonly Vault[],
  policy: Policy,
): readonly Asset[] {
  if (policy.publish === 'all') return assets;
  const hiddenIn = new Map(
    vaults
      .filter(({ dialect }) => dialect === 'logseq')
      .map((vault) => [vault.root, readHiddenPaths(vault)]),
  );
  return assets.filter(({ path }) => {
    const root = vaultOf(path, vaults);
    return hiddenIn.get(root)?.isHidden(pathIn(root, path)) !== true;
  });
}
