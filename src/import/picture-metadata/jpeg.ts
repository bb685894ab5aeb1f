/** JPEG: the segments that hold metadata are left out, and whatever follows the picture. */

import { asciiAt, concat } from './bytes.ts';
import { exifOfOrientation, orientationOf } from './tiff.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;

interface Segment {
  readonly marker: number;
  /** From the marker to the end of the segment. */
  readonly bytes: Uint8Array;
}

/** A JPEG without metadata, with its colour profile and orientation; null where it cannot be read. */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at);
    if (!segment) return null;
    at += segment.bytes.length;
    if (isExif(segment)) orientation = orientationOf(segment.bytes.subarray(10));
    if (isShown(segment)) parts.push(segment.bytes);
    if (segment.marker === endOfImage) break;
  }
  if (orientation > 1) parts.splice(afterHead(parts), 0, exifSegment(orientation));
  return concat(parts);
}

/** The segment at a place; one that starts a scan holds the scan's data, too. */
function segmentAt(bytes: Uint8Array, at: number): Segment | null {
  let start = at;
  // Fill bytes may precede a marker.
  while (bytes[start] === 0xff && bytes[start + 1] === 0xff) start++;
  const marker = bytes[start + 1];
  if (bytes[start] !== 0xff || marker === undefined || marker === 0) return null;
  if (marker === endOfImage) return { marker, bytes: bytes.subarray(at, start + 2) };
  const length = (bytes[start + 2] ?? 0) * 256 + (bytes[start + 3] ?? 0);
  if (length < 2) return null;
  const end = start + 2 + length;
  const last = marker === startOfScan ? endOfScan(bytes, end) : end;
  return last > bytes.length ? null : { marker, bytes: bytes.subarray(at, last) };
}

/** Where the data of a scan ends: before a marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function isExif({ marker, bytes }: Segment): boolean {
  return marker === 0xe1 && asciiAt(bytes, 4, 'Exif\0\0');
}

/** APP0 (JFIF), the colour profile in APP2 and Adobe's transform in APP14 are needed to show a picture. */
function isShown({ marker, bytes }: Segment): boolean {
  if (marker === 0xe2) return asciiAt(bytes, 4, 'ICC_PROFILE\0');
  const isComment = marker === 0xfe;
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  return !isComment && (!isApplication || marker === 0xe0 || marker === 0xee);
}

/** Exif follows the start of the image and its JFIF segment. */
function afterHead(parts: readonly Uint8Array[]): number {
  return parts[1]?.[1] === 0xe0 ? 2 : 1;
}

function exifSegment(orientation: number): Uint8Array {
  const exif = exifOfOrientation(orientation);
  const name = new TextEncoder().encode('Exif\0\0');
  return concat([Uint8Array.from([0xff, 0xe1, 0, 2 + name.length + exif.length]), name, exif]);
}
