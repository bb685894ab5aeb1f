/**
 * The parts of CBOR (RFC 8949) that Pagefind's word lists are made of. Lists of places are copied as
 * bytes: to read and write each number of ten thousand pages takes longer than to make the index.
 */

/** Kinds of items: the upper three bits of the first byte. */
const kinds = { unsigned: 0, negative: 1, text: 3, array: 4 } as const;

/** Reads one item after the other. @throws Error at an item that Pagefind 1.5 does not write. */
export class CborReader {
  readonly #bytes: Buffer;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The head of an array: how many items follow. */
  array(): number {
    return this.#head(kinds.array);
  }

  unsigned(): number {
    return this.#head(kinds.unsigned);
  }

  text(): string {
    const length = this.#head(kinds.text);
    this.position += length;
    return this.#bytes.toString('utf8', this.position - length, this.position);
  }

  /** Passes over one whole item. */
  skip(): void {
    const kind = (this.#bytes[this.position] ?? 0) >> 5;
    if (kind === kinds.array) {
      for (let left = this.array(); left > 0; left -= 1) this.skip();
    } else if (kind === kinds.text) {
      const length = this.#head(kinds.text);
      this.position += length;
    } else {
      this.#head(kind === kinds.negative ? kinds.negative : kinds.unsigned);
    }
  }

  /** The bytes from a position up to this one. */
  from(start: number): Buffer {
    return this.#bytes.subarray(start, this.position);
  }

  #head(kind: number): number {
    const first = this.#bytes[this.position++] ?? 0xff;
    const small = first & 0x1f;
    if (first >> 5 !== kind || small > 26) throw new Error('This is not what Pagefind 1.5 writes.');
    if (small < 24) return small;
    const length = 1 << (small - 24);
    this.position += length;
    return this.#bytes.readUIntBE(this.position - length, length);
  }
}

/** Writes one item after the other into one buffer, which grows. */
export class CborWriter {
  #bytes: Buffer;
  position = 0;

  /** `size` is about how many bytes will be written. */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  /** The head of an array of so many items. */
  array(length: number): void {
    this.#head(kinds.array, length);
  }

  unsigned(value: number): void {
    this.#head(kinds.unsigned, value);
  }

  text(text: string): void {
    const length = Buffer.byteLength(text);
    this.#head(kinds.text, length);
    this.#fit(length);
    this.position += this.#bytes.write(text, this.position);
  }

  /** Items that are coded already: some of the bytes of a buffer. */
  coded(from: Uint8Array, start = 0, end = from.length): void {
    this.#fit(end - start);
    this.#bytes.set(from.subarray(start, end), this.position);
    this.position += end - start;
  }

  /** The bytes from a position up to another one. */
  written(start = 0, end = this.position): Buffer {
    return this.#bytes.subarray(start, end);
  }

  #fit(length: number): void {
    const needed = this.position + length;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.position);
    this.#bytes = larger;
  }

  #head(kind: number, value: number): void {
    const first = kind << 5;
    this.#fit(5);
    if (value < 24) {
      this.#bytes[this.position++] = first | value;
      return;
    }
    const power = value < 0x1_00 ? 0 : value < 0x1_00_00 ? 1 : 2;
    this.#bytes[this.position] = first | (24 + power);
    this.position = this.#bytes.writeUIntBE(value, this.position + 1, 1 << power);
  }
}
