/** Builds the indexes that links are looked up in, once for all notes. */
import { compareText, type Diagnostic } from '../../diagnostic.ts';
import type { Asset, Policy } from '../../garden.ts';
import type { Vault } from '../../note.ts';
import { formerAddresses } from '../address/former/former-addresses.ts';
import { readHiddenPaths } from '../publishing/hidden-paths.ts';
import { readIgnoredPaths } from '../publishing/ignored-paths.ts';
import { AssetIndex } from './asset-index.ts';
import { indexBlocks } from './block-index.ts';
import { FileIndex } from './file-index.ts';
import type { Indexes } from './find.ts';
import type { KnownNote } from './known-note.ts';
import { NameIndex } from './name-index.ts';
import { joinPath, pathIn } from './name-key.ts';
import { innermostRoot } from './vaults.ts';

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
    addresses: addressesOf(notes, policy),
  };
  return { indexes, diagnostics: [...names.diagnostics, ...diagnostics] };
}

/** The first note to claim an address has it, one of the published ones before others. */
function addressesOf(notes: readonly KnownNote[], policy: Policy): ReadonlyMap<string, KnownNote> {
  const addresses = new Map<string, KnownNote>();
  for (const known of notes.toSorted((a, b) => Number(a.id === null) - Number(b.id === null))) {
    const { note } = known;
    const own = note.permalink === null ? [] : [note.permalink];
    for (const address of [...own, ...formerAddresses(note, policy)]) {
      const key = address.toLowerCase();
      if (!addresses.has(key)) addresses.set(key, known);
    }
  }
  return addresses;
}

/**
 * Files that may be published when a note shows them: none that the owner's settings leave out. In a
 * Logseq graph neither its settings nor pages in another format, since nothing has checked whether they
 * are private; nor what the graph hides. Obsidian leaves excluded files out of its search only, so a
 * note may show one.
 */
function visibleAssets(
  assets: readonly Asset[],
  vaults: readonly Vault[],
  policy: Policy,
): readonly Asset[] {
  const graphs = new Map(
    vaults
      .filter(({ dialect }) => dialect === 'logseq')
      .map((graph) => [graph.root, readHiddenPaths(graph)]),
  );
  const ignoredBy = readIgnoredPaths(policy.ignore ?? []);
  const sorted = assets.toSorted((a, b) => compareText(a.path, b.path));
  return sorted.filter(({ path }) => {
    if (ignoredBy(path) !== null) return false;
    const root = innermostRoot(path, vaults);
    const graph = graphs.get(root);
    const inside = pathIn(root, path);
    if (!graph) return true;
    if (/^(?:logseq|whiteboards)\/|\.org$/i.test(inside)) return false;
    return graph.patternOf(inside) === null;
  });
}
