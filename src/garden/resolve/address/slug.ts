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

/** `Papers/GFS: 读 & 写?` → `papers/gfs-读-&-写`. Empty segments are dropped. */
export function slugOf(name: string): string {
  return pageSlug(joinSegments(name.normalize('NFC').toLowerCase(), name));
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
