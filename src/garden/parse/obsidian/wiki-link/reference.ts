/** Reads the text in the brackets of a wiki link, or the address of a Markdown link. */
import type { Anchor } from '../../../note.ts';
import { percentDecoded } from '../../../percent-decoding.ts';

export interface Reference {
  /** '' is the same note. */
  readonly name: string;
  readonly anchor: Anchor | null;
  /** Text after '#', as written; '' without one. */
  readonly subpath: string;
  /** Parts after '|': a label, or an embed's size and alternative text. */
  readonly parts: readonly string[];
}

/** Reads `name#heading|label`. The bar may be escaped, as it must be in tables. */
export function readWikiReference(value: string): Reference {
  const [target = '', ...parts] = value.split(/\\?\|/u);
  return { ...readTarget(target), parts: parts.map((part) => part.trim()) };
}

/**
 * Reads the address of a Markdown link; null for addresses outside the vault. Percent-encoding is
 * decoded where it is valid.
 */
export function readAddress(url: string): Reference | null {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/|www\.)/iu.test(url) || url.trim() === '') return null;
  const [path = '', ...rest] = url.split('#');
  const subpath = rest.map(percentDecoded).join('#');
  return {
    ...readTarget(subpath === '' ? '' : `#${subpath}`),
    name: percentDecoded(path).trim(),
    parts: [],
  };
}

function readTarget(target: string): Omit<Reference, 'parts'> {
  const hash = target.indexOf('#');
  const subpath = target.slice(hash + 1).trim();
  // A final '#' belongs to a name such as “C#”.
  if (hash < 0 || (hash > 0 && /^#*$/u.test(subpath))) {
    return { name: normalizedName(target), anchor: null, subpath: '' };
  }
  return { name: normalizedName(target.slice(0, hash)), anchor: readAnchor(subpath), subpath };
}

function normalizedName(name: string): string {
  return name.trim().normalize('NFC');
}

/** `a#b` is a path of headings, `^id` (also after headings) a block, and '' no anchor. */
function readAnchor(subpath: string): Anchor | null {
  const path = subpath.split('#').map((part) => part.trim());
  const last = path.at(-1) ?? '';
  if (last.startsWith('^')) return { kind: 'block', id: last.slice(1).trim() };
  const headings = path.filter((part) => part !== '');
  return headings.length === 0 ? null : { kind: 'heading', path: headings };
}

/** What Obsidian shows for a link without a label: `Note > Heading`. */
export function defaultLabel({ name, subpath }: Reference): string {
  const path = [name, ...subpath.split('#')].map((part) => part.trim());
  return path.filter((part) => part !== '').join(' > ');
}

/** Whether a reference names a picture, which may be inline and in a link. */
export function isPicture({ name }: Pick<Reference, 'name'>): boolean {
  return /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/iu.test(name);
}

/** Extension of a name in lower case, '' for a note. */
export function extensionOf(name: string): string {
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  return extension === 'md' ? '' : extension;
}
