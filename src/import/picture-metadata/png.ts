/** PNG: chunks of text, time and Exif are left out, and whatever follows the picture. */
import { crc32 } from 'node:zlib';
import { asciiAt, concat } from './bytes.ts';
import { exifOfOrientation, orientationOf } from './tiff.ts';

const metadataChunks = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'dSIG'];

/** A PNG without metadata, with its orientation; null where it cannot be read. */
export function withoutPngMetadata(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const chunk = bytes.subarray(at, end);
    const isMetadata = metadataChunks.some((type) => asciiAt(chunk, 4, type));
    if (!isMetadata) parts.push(chunk);
    if (asciiAt(chunk, 4, 'eXIf')) {
      const orientation = orientationOf(chunk.subarray(8, -4));
      if (orientation > 1) parts.push(exifChunk(orientation));
    }
    if (asciiAt(chunk, 4, 'IEND')) return concat(parts);
    at = end;
  }
  return null;
}

function exifChunk(orientation: number): Uint8Array {
  const exif = exifOfOrientation(orientation);
  const chunk = new Uint8Array(12 + exif.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, exif.length);
  chunk.set(new TextEncoder().encode('eXIf'), 4);
  chunk.set(exif, 8);
  view.setUint32(8 + exif.length, crc32(chunk.subarray(4, 8 + exif.length)));
  return chunk;
}
