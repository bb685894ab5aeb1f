/** Images and other files of the vaults, by path. */
import type { Asset } from '../../garden.ts';
import type { Link, Note, Vault } from '../../note.ts';
import { percentDecoded } from '../../percent-decoding.ts';
import { FileIndex } from './file-index.ts';
import { folderOf, joinPath } from './name-key.ts';
import { innermostRoot, vaultKey } from './vaults.ts';

export class AssetIndex {
  readonly #files = new FileIndex<Asset>();
  readonly #vaults: ReadonlyMap<string, Vault>;

  constructor(assets: readonly Asset[], vaults: readonly Vault[]) {
    this.#vaults = new Map(vaults.map((vault) => [vaultKey(vault), vault]));
    for (const asset of assets) {
      const vault = innermostRoot(asset.path, vaults);
      this.#files.add(asset, asset.path, vault);
      // A link's name is decoded, so 'a%20b.png' on disk must be found as 'a b.png', too.
      const decoded = percentDecoded(asset.path);
      if (decoded !== asset.path) this.#files.add(asset, decoded, vault);
    }
  }

  /** The file that a link refers to: by its path or name, or in the attachment folder. */
  find(link: Link, note: Note): Asset | null {
    return this.findPath(link.name, note, !/^!?\[\[/.test(link.source));
  }

  /** The file at a path relative to the notes folder. */
  at(path: string): Asset | null {
    return this.#files.at(path);
  }

  /** The image that a note names in its properties, if it is a file of the garden. */
  imageOf(note: Note): Asset | null {
    const { image } = note;
    return image === '' || /^[a-z][a-z0-9+.-]*:/i.test(image)
      ? null
      : this.findPath(image, note, true);
  }

  /** The file that `path` refers to in `note`; `relative` paths are tried from the note first. */
  findPath(path: string, note: Note, relative: boolean): Asset | null {
    const name = path.replaceAll('\\', '/');
    if (!/[^/.][^/]*$/.test(name)) return null;
    const place = { path: note.path, vault: note.vault };
    const exact = this.#files.find(name, place, relative)?.found;
    if (exact) return exact;
    const vault = this.#vaults.get(vaultKey(note));
    return this.#attached(name, note, vault) ?? this.#despiteSteps(name, note, vault);
  }

  /** Obsidian's attachment folder: './x' is one beside each note. */
  #attached(name: string, note: Note, vault: Vault | undefined): Asset | null {
    if (!vault) return null;
    const beside = /^\.(?:\/|$)/.test(vault.attachments);
    const folder = joinPath(beside ? folderOf(note.path) : vault.root, vault.attachments);
    return folder === null ? null : this.#files.at(joinPath(folder, name));
  }

  /**
   * Logseq accepts `../assets/x` at any depth; a path with wrong steps may still be the end of a real
   * one. Never a file that only has the same name: it may belong to a private note.
   */
  #despiteSteps(name: string, note: Note, vault: Vault | undefined): Asset | null {
    const path = name.replace(/^[./]+/, '');
    const inGraph = vault?.dialect === 'logseq' ? this.#files.at(joinPath(vault.root, path)) : null;
    if (inGraph || !path.includes('/')) return inGraph;
    return this.#files.byEnd(path, { path: note.path, vault: note.vault })?.found ?? null;
  }
}
