/**
 * Addresses in texts that name a note which is not published: those of this site, those that open a note in
 * Obsidian or Logseq, and those of files.
 */
import { escapePattern } from '../../escape.ts';
import type { Policy } from '../../garden.ts';
import { percentDecoded } from '../../percent-decoding.ts';
import { nameKey, withoutNoteExtension } from '../lookup/name-key.ts';

/** What tells whether an address names a note that is not published. */
export interface PrivateAddresses {
  /** As `unpublishedKeys` gives them. Read only where an address is found: a page depends on what it reads. */
  readonly keys: ReadonlySet<string>;
  readonly policy: Pick<Policy, 'url' | 'base'>;
}

/** How an address names an unpublished note: by its whole name, somewhere in it, or not at all. */
type Match = 'whole' | 'part' | 'none';

// An address may be written with spaces; what follows it in a text is none of it.
const mostCuts = 12;
const end = /[\s)\]|'}\\,;]|[.!?:*_~]+(?=[\s)\]|'}\\,;]|$)/gu;

/** The text with each address that names an unpublished note replaced. */
export function withoutPrivateAddresses(
  text: string,
  addresses: PrivateAddresses,
  replacement: string,
): string {
  if (!text.includes('/')) return text;
  return text.replace(patternOf(addresses.policy.url), (written) => {
    const found = privateLength(written, addresses);
    // Another address may follow in the same line.
    const length = found || Math.max(written.search(/[\s)\]|]|$/u), 1);
    const rest = withoutPrivateAddresses(written.slice(length), addresses, replacement);
    return (found === 0 ? written.slice(0, length) : replacement) + rest;
  });
}

/** Whether a text is the name of an unpublished note, or of what is below one. */
export function isPrivateName(name: string, { keys }: PrivateAddresses): boolean {
  const key = keyOf(name);
  return keys.has(key) || isBelow(key, keys);
}

function isBelow(key: string, keys: ReadonlySet<string>): boolean {
  return !keys.has(`${key}//`) && above(key).some((folder) => keys.has(`${folder}/`));
}

/** Length of the address at the start of `written` that names an unpublished note; 0 for none. */
function privateLength(written: string, addresses: PrivateAddresses): number {
  const ends = [...written.matchAll(end)].map(({ index }) => index).slice(0, mostCuts);
  const cuts = [...ends, written.length].filter((cut) => !/\s/u.test(written.charAt(cut - 1)));
  const matches = cuts.map((length) => {
    return [length, matchOf(written.slice(0, length), addresses)] as const;
  });
  const whole = matches.findLast(([, match]) => match === 'whole');
  return (whole ?? matches.find(([, match]) => match === 'part'))?.[0] ?? 0;
}

const patterns = new Map<string, RegExp>();

function patternOf(url: string): RegExp {
  const known = patterns.get(url);
  if (known !== undefined) return known;
  const host = URL.canParse(url) ? new URL(url).host : '';
  const site = `(?:(?:https?:)?//)?(?<![\\w.-])(?:www\\.)?${escapePattern(host)}/`;
  const starts = ['(?:obsidian|logseq|file)://', ...(host === '' ? [] : [site])];
  const pattern = new RegExp(`(?:${starts.join('|')})[^<>"\`\\n]*`, 'giu');
  patterns.set(url, pattern);
  return pattern;
}

function matchOf(address: string, { keys, policy }: PrivateAddresses): Match {
  const [, scheme = ''] = /^(obsidian|logseq|file):\/\//iu.exec(address) ?? [];
  const rest = address.replace(scheme === '' ? /^(?:\w+:)?(?:\/\/)?[^/]*\//u : /^\w+:\/\//u, '');
  const [path = '', ...values] = rest.split(/[?&#]/u);
  const texts = values.filter((value) => !/^vault(?:id)?=/iu.test(value)).map(textOfValue);
  const paths = scheme === '' ? pathsOnSite(path, policy) : endsOf(pathInProgram(path, scheme));
  const names = [...paths, ...texts.flatMap(endsOf)];
  if (names.some((name) => keys.has(name))) return 'whole';
  const whole = [...(scheme === '' ? paths.slice(0, 1) : []), ...texts.map(keyOf)];
  if (whole.some((name) => isBelow(name, keys))) return 'part';
  return scheme !== '' && texts.some((text) => hasName(text, keys)) ? 'part' : 'none';
}

/** `file=a%2FB` → `a/B`; of `query=file:"B"` the B. Addresses in addresses are encoded twice. */
function textOfValue(written: string): string {
  const value = written.slice(written.indexOf('=') + 1).replaceAll('+', ' ');
  return percentDecoded(percentDecoded(value)).replace(/(?:^|\s)\w+:(?=\S)|["'[\]]/gu, ' ');
}

/** The path of a page of this site below the base of the site, as it is, and as a tag. */
function pathsOnSite(path: string, { base }: PrivateAddresses['policy']): string[] {
  const key = keyOf(path);
  const below = nameKey(base);
  const inside = below !== '' && key.startsWith(`${below}/`) ? key.slice(below.length + 1) : key;
  return [inside, key, inside.replace(/^tags\//u, '')];
}

/** The path of a file; without what the program is to do, and its vault. */
function pathInProgram(path: string, scheme: string): string {
  if (scheme.toLowerCase() === 'file') return path;
  return path.replace(/^(?:(?:vault|graph)\/[^/]*|[^/]*)\/?/iu, '');
}

/** A path and each of its ends, as keys: `a/b/c`, `b/c`, `c`. */
function endsOf(path: string): string[] {
  const parts = keyOf(path).split('/');
  return parts.map((_, index) => parts.slice(index).join('/')).filter((name) => name !== '');
}

function above(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function keyOf(path: string): string {
  const plain = percentDecoded(path).replaceAll('\\', '/').replace(/#.*$/su, '');
  const page = withoutNoteExtension(plain.trim().replace(/\.html?$/iu, ''));
  return nameKey(page.replace(/(?<=.)\/+$/u, '').replace(/(?<=.)\/_?index$/iu, ''));
}

/** Whether words that are searched for have a name among them. */
function hasName(text: string, keys: ReadonlySet<string>): boolean {
  const words = ` ${nameKey(text).replace(/[^\p{L}\p{N}/]+/gu, ' ')} `;
  return [...keys].some((key) => {
    const name = key.replace(/[^\p{L}\p{N}/]+/gu, ' ').trim();
    return name !== '' && !name.endsWith('/') && words.includes(` ${name} `);
  });
}
