/** WebP: the chunks of Exif and XMP are left out, and whatever follows the picture. */
import { asciiAt, concat } from './bytes.ts';
import { exifOfOrientation, orientationOf } from './tiff.ts';

const exifFlag = 0x08;
const xmpFlag = 0x04;

/** A WebP without metadata, with its orientation; null where it cannot be read. */
export function withoutWebpMetadata(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = 8 + view.getUint32(4, true);
  if (last > bytes.length) return null;
  const parts: Uint8Array[] = [];
  let orientation = 1;
  for (let at = 12; at + 8 <= last; ) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > last) return null;
    const chunk = bytes.slice(at, end);
    if (asciiAt(chunk, 0, 'EXIF')) orientation = orientationOf(exifIn(chunk.subarray(8)));
    else if (!asciiAt(chunk, 0, 'XMP ')) parts.push(chunk);
    at = end;
  }
  const [first] = parts;
  if (first && asciiAt(first, 0, 'VP8X')) {
    const flags = (first[8] ?? 0) & ~(exifFlag | xmpFlag);
    first[8] = orientation > 1 ? flags | exifFlag : flags;
    if (orientation > 1) parts.push(exifChunk(orientation));
  }
  return riff(parts);
}

/** Some programs write the name that JPEG wants in front of the data. */
function exifIn(data: Uint8Array): Uint8Array {
  return asciiAt(data, 0, 'Exif\0\0') ? data.subarray(6) : data;
}

function exifChunk(orientation: number): Uint8Array {
  const exif = exifOfOrientation(orientation);
  const head = new Uint8Array(8);
  head.set(new TextEncoder().encode('EXIF'));
  new DataView(head.buffer).setUint32(4, exif.length, true);
  return concat([head, exif]);
}

function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const body = concat(chunks);
  const head = new TextEncoder().encode('RIFF----WEBP');
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return concat([head, body]);
}
