/**
 * Takes out of pictures what cameras and editors write into them: place, time, device, author,
 * previews. The picture itself is not encoded again; its colour profile and orientation stay.
 */
import { asciiAt, indexOfAscii } from './bytes.ts';
import { withoutJpegMetadata } from './jpeg.ts';
import { withoutPngMetadata } from './png.ts';
import { blankTiff, isTiff } from './tiff.ts';
import { withoutWebpMetadata } from './webp.ts';

/** Whether a file's name is that of a picture that may hold metadata. */
export function isPhoto(path: string): boolean {
  return /\.(?:jpe?g|jfif|png|apng|webp|tiff?|avif|hei[cf])$/i.test(path);
}

/**
 * The bytes of a picture without metadata. The format is that of the content, whatever the name. Where
 * the file is damaged, or of another format, the metadata that is found is overwritten in place.
 */
export function withoutMetadata(file: Uint8Array): Uint8Array {
  // Not a Buffer: its `slice` shares the bytes, and its `fill` throws behind their end.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return withoutJpegMetadata(bytes) ?? blanked(bytes);
  if (asciiAt(bytes, 1, 'PNG\r\n')) return withoutPngMetadata(bytes) ?? blanked(bytes);
  if (asciiAt(bytes, 0, 'RIFF') && asciiAt(bytes, 8, 'WEBP')) {
    return withoutWebpMetadata(bytes) ?? blanked(bytes);
  }
  return blanked(bytes);
}

/** A copy with Exif and XMP overwritten in place: AVIF, HEIC and TIFF refer to them by offset. */
function blanked(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  if (isTiff(copy)) blankTiff(copy);
  for (
    let at = indexOfAscii(copy, 'Exif\0\0', 0);
    at >= 0;
    at = indexOfAscii(copy, 'Exif\0\0', at + 6)
  ) {
    if (isTiff(copy, at + 6)) blankTiff(copy, at + 6);
  }
  for (let at = indexOfAscii(copy, '<x:xmpmeta', 0); at >= 0; ) {
    const end = indexOfAscii(copy, '</x:xmpmeta>', at);
    copy.fill(0x20, at, end < 0 ? copy.length : end + 12);
    at = indexOfAscii(copy, '<x:xmpmeta', at + 1);
  }
  return copy;
}
