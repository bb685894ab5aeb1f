/**
 * How Logseq turns file names into page names. `:file/name-format :triple-lowbar` writes '/' as
 * '___' and escapes what file systems forbid; the legacy format (the default where the key is
 * missing) reads every '.' as '/'.
 */
import type { Vault } from '../../../note.ts';
import { percentDecoded } from '../../../percent-decoding.ts';

/**
 * Page name of a file, from its base name alone: Logseq ignores folders. Where names are plain, the
 * folders below the pages' own are part of the name. `path` is relative to the vault.
 */
export function pageNameOf(
  path: string,
  { fileNames, pageFolder }: Pick<Vault, 'fileNames' | 'pageFolder'>,
): string {
  const below = path.replace(/\.(?:md|markdown|mdx|org|edn)$/i, '');
  if (fileNames === 'plain' && below.startsWith(`${pageFolder}/`)) {
    return below.slice(pageFolder.length + 1).normalize('NFC');
  }
  const base = below.slice(below.lastIndexOf('/') + 1);
  if (fileNames === 'plain') return base.normalize('NFC');
  const name = fileNames === 'legacy' ? decodeLegacy(base) : decodeTripleLowbar(base);
  return (name || base).normalize('NFC');
}

/**
 * The name that identifies a page in Logseq: NFC, without blanks and one '/' at either end. Case is
 * kept for display; comparisons ignore it.
 */
export function cleanPageName(name: string): string {
  return name.normalize('NFC').trim().replace(/^\//, '').replace(/\/$/, '').trim();
}

function decodeTripleLowbar(base: string): string {
  const parts = base
    .split('___')
    .map((part) => part.replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded));
  return parts.filter((part) => part !== '').join('/');
}

function decodeLegacy(base: string): string {
  return percentDecoded(base.replaceAll('.', '/')).replace(/^\/+|\/+$/g, '');
}
