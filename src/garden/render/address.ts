/** Addresses for HTML: with the base and percent-encoded; and which external ones are allowed. */
import type { Garden } from '../garden.ts';
import { percentDecoded } from '../percent-decoding.ts';

/** Address of a page or file of the site with its base, percent-encoded for an attribute. */
export function addressOf(garden: Garden, permalink: string, fragment = ''): string {
  const path = encodeURI(permalink.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
  return garden.policy.base.slice(0, -1) + path + hashOf(fragment);
}

/** '#fragment', encoded, or '' for none. */
function hashOf(fragment: string): string {
  return fragment === '' ? '' : `#${encodeURIComponent(fragment.toWellFormed())}`;
}

const schemes = new Set(
  ['http', 'https', 'mailto', 'tel', 'sms', 'xmpp', 'irc', 'ircs', 'ftp', 'geo', 'magnet', 'news']
    .concat(['obsidian', 'logseq', 'zotero', 'matrix', 'doi', 'vscode', 'things', 'marginnote3app'])
    .concat(['raycast', 'steam', 'spotify', 'message', 'webcal']),
);

// Characters that browsers ignore before and inside a scheme; attackers use them to hide it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
const ignoredInUrls = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g;

/** The scheme that a browser would see in `url`, in lower case; '' when it is relative. */
export function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(ignoredInUrls, ''))?.[1]?.toLowerCase() ?? '';
}

/** Whether a page may link to `url`: an absolute address whose scheme cannot run code. */
export function isExternal(url: string): boolean {
  return schemes.has(schemeOf(url)) || /^\/\/[^/\\]/.test(url.replace(ignoredInUrls, ''));
}

/** The note that an address of Obsidian or Logseq opens there, as it is named; '' for none. */
export function noteInProgram(url: string): string {
  if (!['obsidian', 'logseq'].includes(schemeOf(url))) return '';
  const [, name = ''] = /[?&](?:file|filename|filepath|path|page)=([^&#]*)/i.exec(url) ?? [];
  const [, inPath = ''] = /^\W*obsidian:\/\/vault\/[^/?#]+\/([^?#]+)/i.exec(url) ?? [];
  return percentDecoded(name || inPath).replace(/#.*$/s, '');
}

/** Whether an image, video or sound may be loaded from `url`. */
export function isMediaAddress(url: string): boolean {
  if (/^data:image\/(png|jpe?g|gif|webp|avif);/i.test(url)) return true;
  return ['http', 'https'].includes(schemeOf(url)) || /^\/\/[^/\\]/.test(url);
}
