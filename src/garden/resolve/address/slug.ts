/**
 * Slugs: names as parts of addresses. Total (every name has one), Unicode is kept, and nothing in
 * them can break a route, a file system or a link: no '%', '..', '//', '\', '?', '#' or control
 * characters. Different names may share a slug: addresses.ts keeps them apart.
 */
import { deviceName } from '../../device-name.ts';
import { fingerprint } from '../../hash.ts';

/** File systems allow 255 bytes in a name, and a number may still be appended. */
const maxSegmentBytes = 200;

// Any of these in a route or file name breaks a build, a host or an archive.
const unsafe = /[\p{Cc}\p{Cs}\s%\\?#"<>|*:^`{}[\]]+/gu;

/** What signs are called where they are a name's only meaning. */
const signNames: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['\\', 'backslash'],
  ['?', 'question'],
  ['#', 'sharp'],
  ['"', 'quote'],
  ['<', 'less'],
  ['>', 'greater'],
  ['|', 'bar'],
  ['*', 'star'],
  [':', 'colon'],
  ['^', 'caret'],
  ['`', 'backtick'],
]);

/**
 * `Papers/GFS: 读 & 写?` → `papers/gfs-读-&-写`. Empty segments are dropped. Signs that tell names apart
 * are spelled: `C#` → `c-sharp`, `(<)` → `(less)`.
 */
export function slugOf(name: string): string {
  const text = name.normalize('NFC').toLowerCase().split('/').map(spelled).join('/');
  return pageSlug(joinSegments(text, name));
}

/** '#' at the end of a word is part of it; without letters and digits every sign is. */
function spelled(segment: string): string {
  if (/[\p{L}\p{N}]/u.test(segment)) {
    return segment.replace(/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}#])/gu, '-sharp');
  }
  // Where nothing safe is left, the slug is a fingerprint.
  if (segment.replace(unsafe, '').replace(/[-.]/g, '') === '') return segment;
  return [...segment].map((sign) => signNames.get(sign) ?? sign).join('');
}

/**
 * How much of a name its slug leaves out: 0 nothing but capitals, 1 white space, 2 signs. Of several names
 * with one slug the one that it fits best has it.
 */
export function slugLoss(name: string): 0 | 1 | 2 {
  const [text, slug] = [name.normalize('NFC').toLowerCase(), slugOf(name)];
  if (text === slug) return 0;
  return text.replace(/\s+/gu, '-') === slug ? 1 : 2;
}

/** Like `slugOf`, with capitals as written: for addresses that the author fixed. */
export function fixedSlugOf(name: string): string {
  return pageSlug(casedSlugOf(name));
}

/** `readme.md` is the Markdown of the page `readme`: the page `README.md` is at `readme-md`. */
function pageSlug(slug: string): string {
  return slug.replace(/\.(?=md(?:\/|$))/gi, '-');
}

/** Like `slugOf`, with capitals as written: for files. */
export function casedSlugOf(name: string): string {
  return joinSegments(name.normalize('NFC'), name);
}

function joinSegments(text: string, name: string): string {
  const segments = text.split('/').map(safeSegment);
  const slug = segments.filter((segment) => segment !== '').join('/');
  return slug === '' ? `note-${fingerprint(name)}` : slug;
}

function safeSegment(segment: string): string {
  const safe = segment
    .replace(/\p{Cf}/gu, '')
    .replace(unsafe, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(deviceName, '$&_');
  return safe.length * 3 <= maxSegmentBytes ? safe : shortened(safe);
}

/** A long segment is cut and ends in a fingerprint of the whole. */
function shortened(segment: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(segment).length <= maxSegmentBytes) return segment;
  const print = fingerprint(segment);
  const room = new Uint8Array(maxSegmentBytes - print.length - 1);
  const { read } = encoder.encodeInto(segment, room);
  return `${segment.slice(0, read).replace(/[-.]+$/, '')}-${print}`;
}
