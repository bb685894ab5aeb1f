/** The addresses that a note had in the site that it comes from. */
import type { Policy } from '../../../garden.ts';
import type { Note } from '../../../note.ts';
import { isPattern } from './address-pattern.ts';
import { formerPath } from './former-path.ts';
import { propertyOf, textOfValue, textsOfValue } from './former-value.ts';
import { addressesOfTool } from './tool-addresses.ts';

/** Properties that list former addresses: of jekyll-redirect-from, and of hexo-generator-alias. */
const listKeys = ['redirect_from', 'redirect-from', 'redirectfrom', 'alias', 'aliases'];

/**
 * Former addresses as paths of files, in order: those that the note names, then those that the programs in
 * `policy.movedFrom` gave it. Read are `redirect_from`, `alias` and `aliases` that are addresses, `permalink`
 * and `url` that end in `.html`, `slug` beside the file, and `dg-path`.
 */
export function formerAddresses(note: Note, policy: Policy): string[] {
  const { movedFrom = [], formerAddresses: patterns = [] } = policy;
  const tools = note.dialect === 'obsidian' ? movedFrom : [];
  const found = [
    ...namedAddresses(note),
    ...tools.flatMap((tool) => addressesOfTool(tool, note, patterns)),
    ...(tools.includes('hugo') ? besideFile(note) : []),
  ];
  const paths = found.map((address) => (address === null ? null : formerPath(address)));
  return [...new Set(paths.filter((path) => path !== null))];
}

function namedAddresses(note: Note): string[] {
  const listed = listKeys.flatMap((key) => {
    const texts = textsOfValue(propertyOf(note, key), /\s*,\s*/u);
    return key.startsWith('alias') ? texts.filter(isAddress) : texts.map(withoutHost);
  });
  const own = ['permalink', 'url', 'dg-permalink']
    .map((key) => textOfValue(propertyOf(note, key)))
    .filter((address) => isAddress(address) && !isPattern(address));
  return [...listed, ...own];
}

/** Whether a text is a path such as `/old/name.html`, and no name. */
function isAddress(text: string): boolean {
  return /^\/[^/]/u.test(text) || /^[^\s:]+\.html?$/iu.test(text);
}

/** Hosts may stand before an address that redirects: `https://old.example/a/`. */
function withoutHost(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/iu, '');
}

/** In Hugo an alias without a slash in front is beside the note's file. */
function besideFile(note: Note): string[] {
  const folder = note.name.replace(/[^/]*$/u, '').replace(/^content\//u, '');
  const aliases = textsOfValue(propertyOf(note, 'aliases'));
  return aliases.filter((alias) => !alias.startsWith('/')).map((alias) => `${folder}${alias}`);
}
