/** The one place that knows which settings files each dialect keeps, and who reads them. */
import type { Dialect, Vault } from '../note.ts';
import type { VaultPlace } from './find-vaults.ts';
import { readLogseqVault } from './logseq/vault/vault.ts';
import { readObsidianVault } from './obsidian/vault/vault.ts';

const settingsFiles = {
  logseq: ['logseq/config.edn'],
  obsidian: [
    '.obsidian/app.json',
    '.obsidian/publish.json',
    '.obsidian/templates.json',
    '.obsidian/plugins/templater-obsidian/data.json',
    'preamble.sty',
    '.obsidian/plugins/obsidian-spaced-repetition/data.json',
  ],
} as const satisfies Record<Dialect, readonly string[]>;

/** Paths, relative to the vault, of the settings files that `parseVault` needs. */
export function settingsFilesOf(dialect: Dialect): readonly string[] {
  return settingsFiles[dialect];
}

/**
 * A vault from its settings: `settings` gives the text of each file of `settingsFilesOf`, or null
 * where there is none. `paths` are all files of the vault, relative to the notes folder. Settings that
 * cannot be read become diagnostics of the vault.
 */
export function parseVault(
  { root, dialect }: VaultPlace,
  settings: ReadonlyMap<string, string | null>,
  paths: readonly string[],
): Vault {
  const text = (file: string) => settings.get(file) ?? null;
  if (dialect === 'logseq') return readLogseqVault(root, text(settingsFiles.logseq[0]), paths);
  const [app, publish, templates, templater, preamble, cards] = settingsFiles.obsidian;
  const texts = { app: text(app), publish: text(publish) };
  const more = {
    templates: text(templates),
    templater: text(templater),
    preamble: text(preamble),
    cards: text(cards),
  };
  return readObsidianVault(root, { ...texts, ...more }, paths);
}
