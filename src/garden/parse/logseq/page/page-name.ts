/**
 * How Logseq turns file names into page names. `:file/name-format :triple-lowbar` writes '/' as
 * '___' and escapes what file systems forbid; the legacy format (the default where the key is
 * missing) reads every '.' as '/'.
 */
import type { Vault } from '../../../note.ts';
import { percentDecoded } from '../../../percent-decoding.ts';

/** Page name of a file, from its base name alone: Logseq ignores folders. */
export function pageNameOf(path: string, format: Vault['fileNames']): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|mdx|org|edn)$/i, '');
  const name = format === 'legacy' ? decodeLegacy(base) : decodeTripleLowbar(base);
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
