/**
 * TIFF structures: TIFF files, and the Exif data inside of other formats. Tag numbers are those of
 * TIFF 6.0 and Exif 2.3.
 */

/** Tags without which a picture cannot be shown as it is meant; all others say something about its making. */
const shownTags = new Set([
  ...[254, 255, 256, 257, 258, 259, 262, 263, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283],
  ...[284, 290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 330, 332],
  ...[338, 339, 340, 341, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532],
  34675,
  32781,
  34661,
]);
const orientationTag = 274;
/** Tags whose value is the place of another directory: sub-pictures, Exif, GPS, interoperability. */
const directoryTags = new Set([330, 34665, 34853, 40965]);
/** Bytes of one value of each type, by the number of the type. */
const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const maxDirectories = 64;

interface Entry {
  readonly at: number;
  readonly tag: number;
  /** Offset and number of bytes of the values. */
  readonly values: number;
  readonly size: number;
}

/** Whether a TIFF structure begins at a place. */
export function isTiff(bytes: Uint8Array, at = 0): boolean {
  const [a, b, c, d] = bytes.subarray(at, at + 4);
  return (
    (a === 0x49 && b === 0x49 && c === 42 && d === 0) ||
    (a === 0x4d && b === 0x4d && c === 0 && d === 42)
  );
}

/** The orientation (1 to 8) in Exif data; 1 where there is none. */
export function orientationOf(exif: Uint8Array): number {
  if (!isTiff(exif)) return 1;
  const tiff = new Tiff(exif);
  const entry = tiff.entries(tiff.first()).find(({ tag }) => tag === orientationTag);
  const orientation = entry ? tiff.short(entry.values) : 1;
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/** Exif data that holds an orientation and nothing else. */
export function exifOfOrientation(orientation: number): Uint8Array {
  // Big endian; one directory at 8 with one entry: tag, SHORT, one value.
  return Uint8Array.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
}

/** Removes, in place, every tag that does not help to show the picture, with its values. */
export function blankTiff(bytes: Uint8Array, at = 0): void {
  const tiff = new Tiff(bytes.subarray(at));
  const pending = [tiff.first()];
  const seen = new Set<number>([0]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next) || seen.size > maxDirectories) continue;
    seen.add(next);
    pending.push(tiff.next(next));
    for (const entry of tiff.entries(next)) {
      if (directoryTags.has(entry.tag)) pending.push(...tiff.longs(entry));
    }
    tiff.keepOnly(next, shownTags);
  }
}

/** Reads and blanks directories; places outside of the bytes read as 0. */
class Tiff {
  readonly #bytes: Uint8Array;
  readonly #little: boolean;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#little = bytes[0] === 0x49;
  }

  short(at: number): number {
    const [a = 0, b = 0] = this.#bytes.subarray(at, at + 2);
    return this.#little ? a + b * 256 : a * 256 + b;
  }

  long(at: number): number {
    const [low, high] = this.#little ? [at, at + 2] : [at + 2, at];
    return this.short(high) * 65_536 + this.short(low);
  }

  first(): number {
    return this.long(4);
  }

  /** The directory that follows another one. */
  next(directory: number): number {
    return this.long(directory + 2 + this.short(directory) * 12);
  }

  entries(directory: number): Entry[] {
    const room = Math.floor((this.#bytes.length - directory - 2) / 12);
    const count = Math.max(0, Math.min(this.short(directory), room));
    return Array.from({ length: count }, (_, index) => {
      const at = directory + 2 + index * 12;
      const size = (typeSizes[this.short(at + 2)] ?? 1) * this.long(at + 4);
      return { at, tag: this.short(at), size, values: size <= 4 ? at + 8 : this.long(at + 8) };
    });
  }

  longs({ values, size }: Entry): number[] {
    return Array.from({ length: Math.min(size / 4, maxDirectories) }, (_, index) =>
      this.long(values + index * 4),
    );
  }

  /** Keeps the entries with these tags; zeroes the others and their values. */
  keepOnly(directory: number, tags: ReadonlySet<number>): void {
    const entries = this.entries(directory);
    const following = this.next(directory);
    const kept = entries.filter(({ tag }) => tags.has(tag));
    const copies = kept.map(({ at }) => this.#bytes.slice(at, at + 12));
    for (const entry of entries) {
      if (!tags.has(entry.tag)) this.#bytes.fill(0, entry.values, entry.values + entry.size);
    }
    const start = directory + 2;
    this.#bytes.fill(0, start, start + entries.length * 12 + 4);
    for (const [index, copy] of copies.entries()) this.#bytes.set(copy, start + index * 12);
    this.#writeShort(directory, copies.length);
    this.#writeLong(start + copies.length * 12, following);
  }

  #writeShort(at: number, value: number): void {
    const pair = [value & 255, value >> 8];
    if (at + 2 <= this.#bytes.length) this.#bytes.set(this.#little ? pair : pair.reverse(), at);
  }

  #writeLong(at: number, value: number): void {
    const [low, high] = this.#little ? [at, at + 2] : [at + 2, at];
    this.#writeShort(low, value % 65_536);
    this.#writeShort(high, Math.floor(value / 65_536));
  }
}
